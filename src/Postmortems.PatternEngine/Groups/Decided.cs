using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine.Groups;

/// <summary>Bends clusters until what people decided holds, and no further.</summary>
internal sealed class Decided
{
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);
    private readonly int[] bonds;
    private readonly Dictionary<int, HashSet<int>> apart = [];

    /// <exception cref="ArgumentException">Two statements are to be together and apart.</exception>
    public Decided(IReadOnlyList<Statement> statements, Decisions decisions)
    {
        bonds = new int[statements.Count];

        for (var at = 0; at < bonds.Length; at++)
        {
            places[statements[at].Id] = at;
            bonds[at] = at;
        }

        foreach (var (one, other) in Known(decisions.Together))
        {
            bonds[BondOf(one)] = BondOf(other);
        }

        foreach (var (one, other) in Known(decisions.Apart))
        {
            if (one == other)
            {
                continue;
            }

            if (BondOf(one) == BondOf(other))
            {
                throw new ArgumentException($"The statements {statements[one].Id} and {statements[other].Id} cannot be together and apart.", nameof(decisions));
            }

            Enemies(BondOf(one)).Add(BondOf(other));
            Enemies(BondOf(other)).Add(BondOf(one));
        }
    }

    /// <summary>Whether somebody decided that some of these belong together.</summary>
    public bool Holds(int[] cluster) => cluster.Select(BondOf).Distinct().Count() < cluster.Length;

    public IReadOnlyList<int[]> Bend(IReadOnlyList<int[]> clusters, Vector[] vectors, int terms) =>
        [.. Gather(clusters).SelectMany(cluster => Part(cluster, vectors, terms)).Where(cluster => cluster.Length > 1)];

    /// <summary>Those who belong together all go where most of them are.</summary>
    private IEnumerable<int[]> Gather(IReadOnlyList<int[]> clusters)
    {
        var home = Homes.Of(clusters, bonds.Length);
        var next = clusters.Count;

        foreach (var bound in Enumerable.Range(0, bonds.Length).GroupBy(BondOf).Where(bound => bound.Skip(1).Any()))
        {
            var most = bound.Where(item => home[item] >= 0).CountBy(item => home[item]).OrderByDescending(h => h.Value).ThenBy(h => h.Key).Select(h => (int?)h.Key).FirstOrDefault() ?? next++;

            foreach (var item in bound)
            {
                home[item] = most;
            }
        }

        return Enumerable.Range(0, bonds.Length).Where(item => home[item] >= 0).GroupBy(item => home[item]).OrderBy(cluster => cluster.Key).Select(cluster => cluster.ToArray());
    }

    /// <summary>The strongest keep the group; who may not stand beside them begins another.</summary>
    private IEnumerable<int[]> Part(int[] cluster, Vector[] vectors, int terms)
    {
        if (apart.Count == 0 || !cluster.Any(item => apart.ContainsKey(BondOf(item))))
        {
            return [cluster];
        }

        var mean = new Means(terms, vectors).Of(cluster);
        var parts = new List<(List<int> Items, HashSet<int> Bonds)>();

        foreach (var bound in cluster.GroupBy(BondOf).OrderByDescending(bound => bound.Average(item => vectors[item].Dot(mean))).ThenBy(bound => bound.Key))
        {
            var part = parts.Find(p => !apart.TryGetValue(bound.Key, out var enemies) || !enemies.Overlaps(p.Bonds));

            if (part.Items is null)
            {
                parts.Add(part = ([], []));
            }

            part.Items.AddRange(bound);
            part.Bonds.Add(bound.Key);
        }

        return parts.Select(part => part.Items.Order().ToArray());
    }

    private HashSet<int> Enemies(int bond) => apart.TryGetValue(bond, out var enemies) ? enemies : apart[bond] = [];

    private int BondOf(int item)
    {
        while (bonds[item] != item)
        {
            item = bonds[item] = bonds[bonds[item]];
        }

        return item;
    }

    private IEnumerable<(int One, int Other)> Known(IEnumerable<(string One, string Other)> pairs) =>
        pairs.Where(pair => places.ContainsKey(pair.One) && places.ContainsKey(pair.Other)).Select(pair => (places[pair.One], places[pair.Other]));
}
