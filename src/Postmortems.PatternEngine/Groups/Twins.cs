using System.Runtime.InteropServices;
using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine.Groups;

/// <summary>Statements that say word for word the same are looked at once.</summary>
internal sealed class Twins
{
    private readonly int[] firsts;

    public Twins(Vector[] vectors)
    {
        var seen = new Dictionary<Vector, int>(vectors.Length);
        var distinct = new List<Vector>(vectors.Length);
        firsts = new int[vectors.Length];

        for (var item = 0; item < vectors.Length; item++)
        {
            ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, vectors[item], out var known);

            if (!known || vectors[item].Terms.Length == 0)
            {
                place = distinct.Count;
                distinct.Add(vectors[item]);
            }

            firsts[item] = place;
        }

        Distinct = [.. distinct];
    }

    public Vector[] Distinct { get; }

    /// <param name="clusters">Of the distinct ones.</param>
    /// <param name="home">The cluster of each, or -1.</param>
    /// <returns>Clusters of all, also of those who have only their twins.</returns>
    public int[][] Join(IReadOnlyList<List<int>> clusters, int[] home)
    {
        var whole = clusters.Select(cluster => new List<int>(cluster.Count)).ToList();
        var alone = new Dictionary<int, List<int>>();

        for (var item = 0; item < firsts.Length; item++)
        {
            var cluster = home[firsts[item]];
            (cluster >= 0 ? whole[cluster] : CollectionsMarshal.GetValueRefOrAddDefault(alone, firsts[item], out _) ??= []).Add(item);
        }

        return [.. whole.Concat(alone.Values).Where(cluster => cluster.Count > 1).Select(cluster => cluster.ToArray())];
    }
}
