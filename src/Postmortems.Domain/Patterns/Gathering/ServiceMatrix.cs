using Postmortems.Domain.Causes;
using Postmortems.PatternEngine.Recurrence;

namespace Postmortems.Domain.Patterns.Gathering;

/// <summary>Services by groups of causes. All services are reckoned with; those with most causes are shown.</summary>
/// <param name="Services">Those with most causes first.</param>
/// <param name="Groups">In the order of the taxonomy, without those that nobody chose.</param>
public sealed record ServiceMatrix(IReadOnlyList<string> Services, IReadOnlyList<CauseGroup> Groups, CrossTable Table)
{
    public const int MostShown = 25;

    public int Shown => Math.Min(MostShown, Services.Count);

    /// <summary>Cells that hold more than expected, the surest first.</summary>
    public IEnumerable<MatrixCell> StandingOut => Cells.Where(cell => cell.Cross.Verdict is CrossVerdict.More).OrderBy(cell => cell.Cross.FalseShare).ThenByDescending(cell => cell.Cross.Together.AdjustedResidual);

    public IEnumerable<MatrixCell> Rarer => Cells.Where(cell => cell.Cross.Verdict is CrossVerdict.Fewer).OrderBy(cell => cell.Cross.FalseShare);

    private IEnumerable<MatrixCell> Cells =>
        from row in Enumerable.Range(0, Services.Count)
        from column in Enumerable.Range(0, Groups.Count)
        select new MatrixCell(Services[row], Groups[column].Code, Groups[column].Label, Table[row, column]);

    internal static ServiceMatrix Of(IReadOnlyList<CountedCauses> counted)
    {
        var groupOf = Taxonomy.Groups.SelectMany(group => group.Leaves.Select(leaf => (leaf.Code, group.Code))).ToDictionary(pair => pair.Item1, pair => pair.Item2);
        var known = counted.Where(count => groupOf.ContainsKey(count.Leaf)).ToList();
        List<string> services = [.. known.GroupBy(count => count.Service).OrderByDescending(service => service.Sum(count => count.Postmortems)).ThenBy(service => service.Key, StringComparer.Ordinal).Select(service => service.Key)];
        List<CauseGroup> groups = [.. Taxonomy.Groups.Where(group => known.Exists(count => groupOf[count.Leaf] == group.Code))];
        var counts = new int[services.Count, groups.Count];

        foreach (var count in known)
        {
            counts[services.IndexOf(count.Service), groups.FindIndex(group => group.Code == groupOf[count.Leaf])] += count.Postmortems;
        }

        return new ServiceMatrix(services, groups, new CrossTable(counts));
    }
}
