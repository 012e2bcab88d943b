using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Writing.Drafts;

/// <summary>Reads what is known about incidents, in three commands however many they are.</summary>
internal static class KnownFactsQuery
{
    public static async Task<Dictionary<Guid, KnownFacts>> OfAsync(PostmortemsDb db, IReadOnlyList<Guid> incidentIds, CancellationToken cancel)
    {
        var incidents = await db.Incidents
            .AsNoTracking()
            .Include(i => i.ImpactWindows)
            .Where(i => incidentIds.Contains(i.Id) && i.Deletion == null)
            .OrderBy(i => i.ListedAt).ThenBy(i => i.Number)
            .ToListAsync(cancel);

        var services = await (
            from incident in db.Incidents
            from affected in incident.Services
            join service in db.Services on affected.ServiceId equals service.Id
            where incidentIds.Contains(incident.Id)
            orderby service.Name
            select new { affected.IncidentId, service.Name }).ToListAsync(cancel);

        var entries = await db.TimelineEntries
            .AsNoTracking()
            .Where(e => incidentIds.Contains(e.IncidentId) && e.Deletion == null)
            .OrderBy(e => e.When == null).ThenBy(e => e.When!.At).ThenBy(e => e.Order)
            .ToListAsync(cancel);

        return incidents.ToDictionary(
            incident => incident.Id,
            incident => new KnownFacts(
                incident.Number,
                incident.Title,
                incident.Severity,
                incident.Zone,
                incident.Summary,
                incident.Times,
                [.. incident.ImpactWindows],
                [.. services.Where(s => s.IncidentId == incident.Id).Select(s => s.Name)],
                [.. entries.Where(e => e.IncidentId == incident.Id)]));
    }
}
