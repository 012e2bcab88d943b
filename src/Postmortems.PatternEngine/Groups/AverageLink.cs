using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine.Groups;

/// <summary>
/// Average-link clustering by reciprocal nearest neighbours: in each round every pair that is each other's nearest
/// becomes one. Average link is reducible, so this gives the tree of the classic algorithm (Murtagh, "A survey of
/// recent advances in hierarchical clustering algorithms", The Computer Journal 26, 1983) while only touched clusters
/// look again. The mean similarity of two clusters of unit vectors is the dot product of their means.
/// </summary>
internal sealed class AverageLink
{
    // A cluster keeps its heaviest terms and a run its first rounds: bounds for memory and time, beyond any real set.
    private const int MostTerms = 64;
    private const int MostRounds = 64;

    private readonly List<Merge> merges = [];
    private readonly Vector?[] means;
    private readonly int[] sizes;
    private readonly Neighbour[] nearest;
    private readonly int terms;
    private readonly double floor;

    private AverageLink(IReadOnlyList<Vector> vectors, int terms, double floor)
    {
        this.terms = terms;
        this.floor = floor;
        means = [.. vectors];
        sizes = Enumerable.Repeat(1, vectors.Count).ToArray();
        nearest = new Neighbour[vectors.Count];
    }

    /// <param name="floor">Clusters less alike than this are never joined.</param>
    public static Tree Of(IReadOnlyList<Vector> vectors, int terms, double floor)
    {
        var run = new AverageLink(vectors, terms, floor);
        run.JoinTwins();
        run.JoinNearest();

        return new Tree(vectors.Count, run.merges);
    }

    /// <summary>Fix steps repeat word for word; a thousand equal ones would be a thousand rounds.</summary>
    private void JoinTwins()
    {
        var firsts = new Dictionary<Vector, int>();

        for (var item = 0; item < means.Length; item++)
        {
            if (means[item]!.Terms.Length > 0 && !firsts.TryAdd(means[item]!, item))
            {
                var first = firsts[means[item]!];
                means[item] = null;
                sizes[first]++;
                merges.Add(new Merge(first, item, sizes[first], 1));
            }
        }
    }

    private void JoinNearest()
    {
        var looking = Alive().ToList();

        for (var round = 0; round < MostRounds && looking.Count > 0; round++)
        {
            Look(looking);

            var touched = JoinMutual();

            looking = [.. Alive().Where(c => touched[c] || (nearest[c].Exists && touched[nearest[c].Cluster]))];
        }
    }

    private IEnumerable<int> Alive() => Enumerable.Range(0, means.Length).Where(c => means[c] is not null);

    private void Look(List<int> looking)
    {
        var search = new NearestSearch(means, terms);

        foreach (var cluster in looking)
        {
            var found = search.Find(cluster);
            nearest[cluster] = found.Similarity >= floor ? found : Neighbour.None;
        }

        // A search that was cut short may have missed what the other side saw.
        foreach (var cluster in looking)
        {
            var found = nearest[cluster];

            if (found.Exists && new Neighbour(cluster, found.Similarity).IsNearerThan(nearest[found.Cluster], found.Cluster))
            {
                nearest[found.Cluster] = new Neighbour(cluster, found.Similarity);
            }
        }
    }

    private bool[] JoinMutual()
    {
        var touched = new bool[means.Length];

        for (var left = 0; left < means.Length; left++)
        {
            var right = means[left] is not null && nearest[left].Exists ? nearest[left].Cluster : -1;

            if (right > left && !touched[left] && !touched[right] && nearest[right].Exists && nearest[right].Cluster == left)
            {
                touched[left] = touched[right] = true;
                Join(left, right, nearest[left].Similarity);
            }
        }

        return touched;
    }

    private void Join(int left, int right, double similarity)
    {
        var both = sizes[left] + sizes[right];

        means[left] = Vector
            .Sum(means[left]!, sizes[left] / (float)both, means[right]!, sizes[right] / (float)both)
            .Heaviest(MostTerms);
        means[right] = null;
        sizes[left] = both;
        merges.Add(new Merge(left, right, both, similarity));
    }
}
