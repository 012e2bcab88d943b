using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine.Groups;

/// <summary>
/// Average-link clustering by reciprocal nearest neighbours: in each round every pair that is each other's nearest
/// becomes one. Average link is reducible, so this gives the tree of the classic algorithm (Murtagh, "A survey of
/// recent advances in hierarchical clustering algorithms", 1983) while only touched clusters look again. The mean
/// similarity of two clusters of unit vectors is the dot product of their means.
/// </summary>
internal sealed class AverageLink
{
    // Below this nothing is alike in any language; it only bounds the work.
    private const double Floor = 0.04;

    private readonly Vector?[] means;
    private readonly int[] sizes;
    private readonly int[] nearest;
    private readonly double[] similarity;
    private readonly int terms;

    private AverageLink(IReadOnlyList<Vector> vectors, int terms)
    {
        this.terms = terms;
        means = [.. vectors];
        sizes = Enumerable.Repeat(1, vectors.Count).ToArray();
        nearest = new int[vectors.Count];
        similarity = new double[vectors.Count];
    }

    public static Tree Of(IReadOnlyList<Vector> vectors, int terms) =>
        new(vectors.Count, new AverageLink(vectors, terms).Merge());

    private List<Merge> Merge()
    {
        var merges = new List<Merge>();
        var searching = Enumerable.Range(0, means.Length).ToList();

        while (searching.Count > 0)
        {
            Search(searching);

            var merged = MergeMutual(merges);

            searching = merged.Count == 0
                ? []
                : [.. Enumerable.Range(0, means.Length).Where(c => means[c] is not null && (merged.Contains(c) || merged.Contains(nearest[c])))];
        }

        return merges;
    }

    private void Search(List<int> searching)
    {
        var postings = new Postings(means, terms);
        var scores = new Scores(means.Length);

        foreach (var cluster in searching)
        {
            postings.Score(means[cluster]!, scores);
            (nearest[cluster], similarity[cluster]) = scores.Best(except: cluster);
            scores.Clear();

            if (similarity[cluster] < Floor)
            {
                nearest[cluster] = -1;
            }
        }
    }

    private HashSet<int> MergeMutual(List<Merge> merges)
    {
        var merged = new HashSet<int>();

        for (var left = 0; left < means.Length; left++)
        {
            var right = means[left] is null ? -1 : nearest[left];

            if (right > left && nearest[right] == left && means[right] is not null)
            {
                merges.Add(new Merge(left, right, similarity[left]));
                merged.Add(left);
                merged.Add(right);
            }
        }

        foreach (var (left, right, _) in merges.TakeLast(merged.Count / 2))
        {
            var both = sizes[left] + sizes[right];
            means[left] = Vector.Sum(means[left]!, sizes[left] / (float)both, means[right]!, sizes[right] / (float)both);
            means[right] = null;
            sizes[left] = both;
        }

        return merged;
    }
}
