using System.Runtime.InteropServices;
using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine.Groups;

/// <summary>
/// Groups what is too much for a tree. A sample is grouped as a small set is, which draws the line and finds what is
/// frequent; every other statement then joins the nearest group that is alike enough or begins one, and at the end all
/// look once more at the groups as they became. Each look reads a bounded number of postings, so time grows with the
/// number of statements and not with its square.
/// </summary>
internal sealed class LargeSet
{
    /// <summary>From here a tree of all takes too long.</summary>
    public const int Begins = 4_000;

    private const int Sample = 2_500;
    private const int Several = 5;
    private const int MostTerms = 40;

    private readonly Vector[] vectors;
    private readonly int terms;
    private readonly Calibration calibration;
    private readonly Means means;
    private double line;
    private List<List<int>> clusters = [];

    private LargeSet(Vector[] vectors, int terms, Calibration calibration)
    {
        this.vectors = vectors;
        this.terms = terms;
        this.calibration = calibration;
        means = new Means(terms, vectors);
    }

    /// <param name="vectors">In an order that has nothing to do with what they say.</param>
    /// <param name="terms">How many there are.</param>
    /// <param name="calibration">The lines that the sample drew.</param>
    public static IReadOnlyList<int[]> Of(Vector[] vectors, int terms, out Calibration calibration)
    {
        var twins = new Twins(vectors);
        var sample = twins.Distinct[..Math.Min(Sample, twins.Distinct.Length)];
        var background = Background.Of(sample);
        var tree = AverageLink.Of(sample, terms, background.Floor);
        calibration = Calibration.Of(sample, terms, tree, background, dealt: Sample);

        var set = new LargeSet(twins.Distinct, terms, calibration);
        set.Lead(Refinement.Of(tree.Cut(calibration.LineOf), sample, terms, calibration), sample.Length);
        set.JoinGroups();
        set.LookAgain();
        set.JoinGroups();
        set.LookAgain();

        return twins.Join(set.clusters, Homes.Of(set.clusters, twins.Distinct.Length));
    }

    private void Lead(IReadOnlyList<int[]> begun, int sampled)
    {
        var leaders = new List<Vector>();
        var home = new bool[sampled];

        foreach (var cluster in begun)
        {
            clusters.Add([.. cluster]);
            leaders.Add(means.Of(cluster, MostTerms));

            foreach (var item in cluster)
            {
                home[item] = true;
            }
        }

        var search = new GroupSearch(leaders, terms, vectors.Length);

        for (var item = 0; item < vectors.Length; item++)
        {
            if (item < sampled && home[item])
            {
                continue;
            }

            var nearest = item < sampled ? Neighbour.None : search.Find(vectors[item]);

            if (nearest.Exists && nearest.Similarity >= calibration.LineOfJoining(clusters[nearest.Cluster].Count))
            {
                clusters[nearest.Cluster].Add(item);
                continue;
            }

            clusters.Add([item]);
            search.Add(vectors[item]);
        }
    }

    /// <summary>
    /// Among many groups chance finds a nearer one than among few: the line for joining is drawn again, from statements
    /// of the sample and from the same words dealt at random, each with its nearest group.
    /// </summary>
    private void DrawLine(GroupSearch search, int[] home, int sampled)
    {
        var real = new List<double>();

        for (var item = 0; item < sampled; item++)
        {
            real.Add(search.Find(vectors[item], home[item], home[item] < 0 ? 0 : clusters[home[item]].Count).Similarity);
        }

        var dealt = Array.ConvertAll(Calibration.Shuffled(vectors[..sampled], 7), hand => search.Find(hand).Similarity);
        line = Calibration.Line(real, dealt, scale: 1);
    }

    /// <summary>What began as two groups may be one: each group looks for a larger one.</summary>
    private void JoinGroups()
    {
        clusters = [.. clusters.Where(cluster => cluster.Count > 1).OrderByDescending(cluster => cluster.Count)];
        var joined = new List<List<int>>(clusters.Count);
        var search = new GroupSearch([], terms, clusters.Count);

        foreach (var cluster in clusters)
        {
            var mean = means.Of(CollectionsMarshal.AsSpan(cluster), MostTerms);
            var nearest = search.Find(mean);

            if (nearest.Exists && nearest.Similarity >= LineOfGroups(joined[nearest.Cluster].Count, cluster.Count))
            {
                joined[nearest.Cluster].AddRange(cluster);
                continue;
            }

            joined.Add(cluster);
            search.Add(mean);
        }

        clusters = joined;
    }

    /// <summary>Every statement looks at the groups as they became; what stands alone may join one.</summary>
    private void LookAgain()
    {
        clusters = clusters.FindAll(cluster => cluster.Count > 1);
        var sizes = clusters.ConvertAll(cluster => cluster.Count);
        var looked = clusters.ConvertAll(cluster => means.Of(CollectionsMarshal.AsSpan(cluster), MostTerms));
        var search = new GroupSearch(looked, terms, looked.Count);
        var home = Homes.Of(clusters, vectors.Length);
        DrawLine(search, home, Math.Min(Sample, vectors.Length));
        clusters.ForEach(cluster => cluster.Clear());

        for (var item = 0; item < vectors.Length; item++)
        {
            var nearest = search.Find(vectors[item], home[item], home[item] < 0 ? 0 : sizes[home[item]]);

            if (nearest.Exists && nearest.Similarity >= LineOfJoining(sizes[nearest.Cluster]))
            {
                clusters[nearest.Cluster].Add(item);
            }
        }
    }

    private double LineOfJoining(int size) => Math.Max(line, calibration.LineOfJoining(size));

    /// <summary>That several on each side are alike by chance is far less likely than that two are.</summary>
    private double LineOfGroups(int one, int other) =>
        Math.Min(one, other) >= Several ? calibration.Lowest : calibration.LineOf(Merge.ClassOf(one + other));
}
