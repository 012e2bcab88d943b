using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Costs;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Retros;

/// <summary>Reads the incidents of patterns as short as a meeting looks at them: how long each hurt, and how long nobody noticed.</summary>
internal static class MembersOnCards
{
    public static async Task<ILookup<Guid, MemberOnCard>> OfAsync(PostmortemsDb db, List<Guid> patterns, CancellationToken cancel)
    {
        var links = await db.PatternIncidents(patterns).ToListAsync(cancel);

        List<Guid> ids = [.. links.Select(link => link.IncidentId).Distinct()];
        var incidents = await db.Incidents.AsNoTracking()
            .Where(incident => ids.Contains(incident.Id) && incident.Deletion == null)
            .Select(incident => new
            {
                incident.Id,
                incident.Number,
                incident.Title,
                incident.Zone,
                incident.ListedAt,
                incident.Severity,
                incident.Impact,
                incident.Detected,
                incident.Mitigated,
                incident.Resolved,
                Windows = incident.ImpactWindows.Select(window => new { window.Began, window.Ended }).ToList(),
            })
            .ToDictionaryAsync(incident => incident.Id, cancel);

        return links.Where(link => incidents.ContainsKey(link.IncidentId))
            .Select(link => (link.PatternId, Incident: incidents[link.IncidentId]))
            .OrderByDescending(link => link.Incident.ListedAt)
            .ToLookup(link => link.PatternId, link => new MemberOnCard(
                link.Incident.Number,
                link.Incident.Title,
                link.Incident.ListedAt,
                link.Incident.Zone,
                PatternCost.ImpactOf(new CostlyIncident(
                    link.Incident.Id, link.Incident.Severity, link.Incident.Zone, link.Incident.Impact?.At, null, null, link.Incident.Mitigated?.At, link.Incident.Resolved?.At,
                    [.. link.Incident.Windows.Select(window => new ImpactSpan(window.Began.At, window.Ended?.At))], [])),
                Unnoticed(link.Incident.Impact, link.Incident.Detected)));
    }

    private static double? Unnoticed(TimePoint? impact, TimePoint? detected) =>
        (impact, detected) is ({ Precision: not Precision.Day }, { Precision: not Precision.Day }) && detected.At >= impact.At ? (detected.At - impact.At).TotalMinutes : null;
}

/// <param name="At">When it happened.</param>
/// <param name="Minutes">How long it hurt; null when nobody wrote it down.</param>
/// <param name="Unnoticed">Minutes until somebody noticed; null when that is not known.</param>
public sealed record MemberOnCard(int Number, string Title, DateTimeOffset At, string Zone, double? Minutes, double? Unnoticed);
