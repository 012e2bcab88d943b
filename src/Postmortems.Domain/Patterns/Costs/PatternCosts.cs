using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Patterns.Costs;

/// <summary>Reads what the incidents of patterns cost. An incident with several causes of one pattern counts once.</summary>
internal static class PatternCosts
{
    public static async Task<ILookup<Guid, CostlyIncident>> IncidentsOfAsync(PostmortemsDb db, IReadOnlyCollection<Guid> patterns, CancellationToken cancel)
    {
        var links = await db.PatternIncidents(patterns).ToListAsync(cancel);

        List<Guid> ids = [.. links.Select(link => link.IncidentId).Distinct()];
        var rows = await db.Incidents.AsNoTracking().AsSplitQuery()
            .Where(incident => ids.Contains(incident.Id) && incident.Deletion == null)
            .Select(incident => new
            {
                incident.Id,
                incident.Severity,
                incident.Zone,
                incident.Impact,
                incident.Detected,
                incident.Acknowledged,
                incident.Mitigated,
                incident.Resolved,
                Windows = incident.ImpactWindows.Select(window => new { window.Began, window.Ended }).ToList(),
                Steps = db.TimelineEntries.Where(entry => entry.IncidentId == incident.Id && entry.Deletion == null && entry.Fix != null && entry.Fix.Actor == FixActor.Person).Select(entry => entry.Fix!.Minutes).ToList(),
            })
            .ToListAsync(cancel);

        var incidents = rows.ToDictionary(row => row.Id, row => new CostlyIncident(
            row.Id, row.Severity, row.Zone, row.Impact?.At, Exact(row.Detected), Exact(row.Acknowledged), row.Mitigated?.At, row.Resolved?.At,
            [.. row.Windows.Select(window => new ImpactSpan(window.Began.At, window.Ended?.At))], row.Steps));

        return links.Where(link => incidents.ContainsKey(link.IncidentId)).ToLookup(link => link.PatternId, link => incidents[link.IncidentId]);
    }

    private static DateTimeOffset? Exact(TimePoint? point) => point is { Precision: not Precision.Day } ? point.At : null;
}
