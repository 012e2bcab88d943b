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

    private static readonly Neighbour Unseen = new(-2, 0);

    private readonly List<Merge> merges = [];
    private readonly Vector?[] means;
    private readonly int[] firsts;
    private readonly int[] sizes;
    private readonly Neighbour[] nearest;
    private readonly int terms;
    private readonly double floor;
    private int clusters;

    private AverageLink(IReadOnlyList<Vector> vectors, int terms, double floor)
    {
        this.terms = terms;
        this.floor = floor;
        clusters = vectors.Count;
        means = new Vector?[2 * clusters];
        firsts = new int[2 * clusters];
        sizes = new int[2 * clusters];
        nearest = new Neighbour[2 * clusters];

        for (var item = 0; item < clusters; item++)
        {
            (means[item], firsts[item], sizes[item]) = (vectors[item], item, 1);
        }
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
        var seen = new Dictionary<Vector, int>();

        for (var item = 0; item < clusters; item++)
        {
            if (means[item]!.Terms.Length > 0 && !seen.TryAdd(means[item]!, item))
            {
                var first = seen[means[item]!];
                means[item] = null;
                sizes[first]++;
                merges.Add(new Merge(first, item, sizes[first], 1));
            }
        }
    }

    private void JoinNearest()
    {
        var search = new NearestSearch(means, terms);
        var looking = Alive();

        for (var round = 0; round < MostRounds && looking.Count > 0; round++)
        {
            Look(looking, search);
            JoinMutual(search);

            looking = Alive().FindAll(c => nearest[c] == Unseen || (nearest[c].Exists && means[nearest[c].Cluster] is null));
        }
    }

    private List<int> Alive()
    {
        var alive = new List<int>();

        for (var cluster = 0; cluster < clusters; cluster++)
        {
            if (means[cluster] is not null)
            {
                alive.Add(cluster);
            }
        }

        return alive;
    }

    private void Look(List<int> looking, NearestSearch search)
    {
        foreach (var cluster in looking)
        {
            var found = search.Find(cluster);
            nearest[cluster] = found.Similarity >= floor ? found : Neighbour.None;
        }

        // A search that was cut short may have missed what the other side saw, and a new cluster may be the nearest now.
        foreach (var cluster in looking)
        {
            var found = nearest[cluster];

            if (found.Exists && new Neighbour(cluster, found.Similarity).IsNearerThan(nearest[found.Cluster], found.Cluster))
            {
                nearest[found.Cluster] = new Neighbour(cluster, found.Similarity);
            }
        }
    }

    private void JoinMutual(NearestSearch search)
    {
        for (int left = 0, before = clusters; left < before; left++)
        {
            var right = means[left] is not null && nearest[left].Exists ? nearest[left].Cluster : -1;

            if (right > left && means[right] is not null && nearest[right].Exists && nearest[right].Cluster == left)
            {
                Join(left, right, nearest[left].Similarity, search);
            }
        }
    }

    private void Join(int left, int right, double similarity, NearestSearch search)
    {
        var both = sizes[left] + sizes[right];

        means[clusters] = Vector
            .Sum(means[left]!, sizes[left] / (float)both, means[right]!, sizes[right] / (float)both)
            .Heaviest(MostTerms);
        means[left] = means[right] = null;
        sizes[clusters] = both;
        (firsts[clusters], var second) = firsts[left] < firsts[right] ? (firsts[left], firsts[right]) : (firsts[right], firsts[left]);
        merges.Add(new Merge(firsts[clusters], second, both, similarity));
        nearest[clusters] = Unseen;
        search.Add(clusters++);
    }
}
