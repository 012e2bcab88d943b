using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Together;

namespace Postmortems.Domain.ImportExport;

/// <summary>All that a file about a postmortem says. What is deleted is not in it.</summary>
/// <param name="Incidents">In the order of their times.</param>
/// <param name="Names">Of services and people, by their ids.</param>
internal sealed record ArchivedPostmortem(
    Postmortem Postmortem,
    Document Document,
    IReadOnlyList<Incident> Incidents,
    IReadOnlyList<TimelineEntry> Entries,
    IReadOnlyList<Cause> Causes,
    IReadOnlyList<ActionItem> ActionItems,
    IReadOnlyDictionary<Guid, string> Names)
{
    public string? NameOf(Guid? id) => id is { } known ? Names.GetValueOrDefault(known) : null;
}

internal static class ArchivedPostmortems
{
    /// <summary>A handful of commands for some postmortems, however many they are.</summary>
    public static async Task<IReadOnlyList<ArchivedPostmortem>> ArchivedAsync(this PostmortemsDb db, IQueryable<Postmortem> some, CancellationToken cancel)
    {
        var postmortems = await some.AsNoTracking().Include(p => p.Incidents).OrderBy(p => p.Number).ToListAsync(cancel);
        var ids = postmortems.ConvertAll(p => p.Id);
        var about = postmortems.SelectMany(p => p.Incidents).Select(i => i.IncidentId).Distinct().ToList();

        var documents = await db.Documents.AsNoTracking().Where(d => ids.Contains(d.PostmortemId)).ToDictionaryAsync(d => d.PostmortemId, cancel);
        await db.CatchUpAsync(documents.Values, cancel);
        var incidents = await db.Incidents.AsNoTracking().AsSplitQuery().Include(i => i.Services).Include(i => i.ImpactWindows.OrderBy(w => w.Began.At))
            .Where(i => about.Contains(i.Id) && i.Deletion == null).OrderBy(i => i.ListedAt).ThenBy(i => i.Number).ToListAsync(cancel);
        var entries = await db.TimelineEntries.AsNoTracking().Where(e => about.Contains(e.IncidentId) && e.Deletion == null)
            .OrderBy(e => e.When == null).ThenBy(e => e.When!.At).ThenBy(e => e.Order).ThenBy(e => e.Id).ToListAsync(cancel);
        var causes = await db.Causes.AsNoTracking().Include(c => c.Evidence).Where(c => ids.Contains(c.PostmortemId) && c.Deletion == null)
            .OrderBy(c => c.Order).ThenBy(c => c.CreatedAt).ThenBy(c => c.Id).ToListAsync(cancel);
        var items = await db.ActionItems.AsNoTracking().Include(a => a.Causes).Where(a => ids.Contains(a.PostmortemId) && a.Deletion == null)
            .OrderBy(a => a.Number).ToListAsync(cancel);
        var names = await NamesAsync(db, incidents, causes, items, cancel);

        return [.. postmortems.Where(p => documents.ContainsKey(p.Id)).Select(p => new ArchivedPostmortem(
            p,
            documents[p.Id],
            [.. incidents.Where(i => p.Incidents.Any(a => a.IncidentId == i.Id))],
            [.. entries.Where(e => p.Incidents.Any(a => a.IncidentId == e.IncidentId))],
            [.. causes.Where(c => c.PostmortemId == p.Id)],
            [.. items.Where(a => a.PostmortemId == p.Id)],
            names))];
    }

    private static async Task<Dictionary<Guid, string>> NamesAsync(
        PostmortemsDb db, List<Incident> incidents, List<Cause> causes, List<ActionItem> items, CancellationToken cancel)
    {
        var services = incidents.SelectMany(i => i.Services).Select(s => s.ServiceId).Concat(causes.Select(c => c.ServiceId).OfType<Guid>()).Distinct().ToList();
        var owners = items.Select(a => a.OwnerId).OfType<Guid>().Distinct().ToList();

        return await db.Services.Where(s => services.Contains(s.Id)).Select(s => new { s.Id, s.Name })
            .Concat(db.Users.Where(u => owners.Contains(u.Id)).Select(u => new { u.Id, Name = u.DisplayName }))
            .ToDictionaryAsync(named => named.Id, named => named.Name, cancel);
    }
}
