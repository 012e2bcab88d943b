using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Causes;

namespace Postmortems.Domain.Patterns.Gathering;

/// <summary>In how many postmortems a kind of cause was found on a service. What one postmortem says twice counts once.</summary>
internal sealed record CountedCauses(string Service, string Leaf, int Postmortems)
{
    private const int MostQuotes = 3;
    private const int MostRead = 500;

    public static async Task<List<CountedCauses>> ReadAsync(PostmortemsDb db, CancellationToken cancel) =>
        await Recurring(db)
            .Where(cause => cause.Leaf != null)
            .Join(db.Services, cause => cause.ServiceId, service => service.Id, (cause, service) => new { service.Name, cause.Leaf, cause.PostmortemId })
            .Distinct()
            .GroupBy(cause => new { cause.Name, cause.Leaf })
            .Select(cell => new CountedCauses(cell.Key.Name, cell.Key.Leaf!, cell.Count()))
            .ToListAsync(cancel);

    public static Task<int> WithoutPlaceAsync(PostmortemsDb db, CancellationToken cancel) =>
        Recurring(db).CountAsync(cause => cause.Leaf == null || cause.ServiceId == null, cancel);

    public static async Task<ILookup<MatrixCell, GatheredCause>> QuotesAsync(PostmortemsDb db, IReadOnlyList<MatrixCell> cells, CancellationToken cancel)
    {
        if (cells.Count == 0)
        {
            return Array.Empty<GatheredCause>().ToLookup(_ => (MatrixCell)null!);
        }

        var byPlace = cells.ToDictionary(cell => (cell.Service, cell.Group));
        var groupOf = Taxonomy.Groups.SelectMany(group => group.Leaves.Select(leaf => (Leaf: leaf.Code, Group: group.Code))).ToDictionary(pair => pair.Leaf, pair => pair.Group);
        List<string> services = [.. cells.Select(cell => cell.Service).Distinct()];
        List<string> leaves = [.. groupOf.Where(pair => cells.Any(cell => cell.Group == pair.Value)).Select(pair => pair.Key)];

        var causes = await (
            from cause in Recurring(db)
            join service in db.Services on cause.ServiceId equals service.Id
            join postmortem in db.Postmortems on cause.PostmortemId equals postmortem.Id
            where services.Contains(service.Name) && leaves.Contains(cause.Leaf!)
            orderby postmortem.Number descending, cause.Order, cause.Id
            select new { Service = service.Name, cause.Leaf, Cause = new GatheredCause(cause.Id, cause.Statement, postmortem.Number) }).Take(MostRead).ToListAsync(cancel);

        return causes
            .Where(cause => byPlace.ContainsKey((cause.Service, groupOf[cause.Leaf!])))
            .GroupBy(cause => byPlace[(cause.Service, groupOf[cause.Leaf!])])
            .SelectMany(cell => cell.DistinctBy(cause => cause.Cause.Postmortem).Take(MostQuotes).Select(cause => (cell.Key, cause.Cause)))
            .ToLookup(pair => pair.Key, pair => pair.Cause);
    }

    private static IQueryable<Cause> Recurring(PostmortemsDb db) =>
        db.Causes.Where(cause => cause.Deletion == null && cause.Role != CauseRole.LimitedImpact && db.Postmortems.Any(postmortem => postmortem.Id == cause.PostmortemId && postmortem.Deletion == null));
}
