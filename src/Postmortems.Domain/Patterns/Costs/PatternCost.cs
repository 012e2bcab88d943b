using Postmortems.Domain.Incidents;

namespace Postmortems.Domain.Patterns.Costs;

/// <summary>What the incidents of a pattern cost, as far as somebody wrote it down. Their whole cost is counted, whatever else contributed.</summary>
/// <param name="ImpactMinutes">How long it hurt in all; overlapping windows of one incident count once.</param>
/// <param name="WithoutImpact">Incidents of which nobody knows how long it hurt.</param>
/// <param name="LargestShare">Of the impact minutes, what the longest incident alone holds.</param>
/// <param name="HandMinutes">Minutes of work in fix steps by hand, summed over people and steps.</param>
/// <param name="StepsWithoutMinutes">Fix steps by hand of which nobody wrote down the minutes.</param>
/// <param name="AtNight">Incidents that called somebody between 22:00 and 06:00 where it was told.</param>
public sealed record PatternCost(int Incidents, double ImpactMinutes, int WithoutImpact, double? LargestShare, int HandMinutes, int StepsWithoutMinutes, int AtNight)
{
    private static readonly TimeOnly Night = new(22, 0);
    private static readonly TimeOnly Morning = new(6, 0);

    internal static PatternCost Of(IReadOnlyCollection<CostlyIncident> incidents)
    {
        var impacts = incidents.Select(ImpactOf).ToList();
        var total = impacts.Sum(minutes => minutes ?? 0);

        return new PatternCost(
            incidents.Count,
            total,
            impacts.Count(minutes => minutes is null),
            total > 0 ? impacts.Max(minutes => minutes ?? 0) / total : null,
            incidents.Sum(incident => incident.StepMinutes.Sum(minutes => minutes ?? 0)),
            incidents.Sum(incident => incident.StepMinutes.Count(minutes => minutes is null)),
            incidents.Count(IsAtNight));
    }

    /// <returns>Null when nobody knows; a near miss hurt nobody.</returns>
    internal static double? ImpactOf(CostlyIncident incident)
    {
        if (incident.Severity is Severity.NearMiss)
        {
            return 0;
        }

        var windows = incident.Windows.Where(window => window.Ended is not null).OrderBy(window => window.Began).ToList();

        if (windows.Count == 0)
        {
            return (incident.Impact, incident.Mitigated ?? incident.Resolved) is ({ } began, { } ended) && ended >= began ? (ended - began).TotalMinutes : null;
        }

        var (minutes, until) = (0.0, DateTimeOffset.MinValue);

        foreach (var window in windows)
        {
            var from = window.Began > until ? window.Began : until;
            minutes += Math.Max(0, (window.Ended!.Value - from).TotalMinutes);
            until = window.Ended.Value > until ? window.Ended.Value : until;
        }

        return minutes;
    }

    private static bool IsAtNight(CostlyIncident incident)
    {
        if ((incident.Acknowledged ?? incident.Detected) is not { } called || Zones.Find(incident.Zone) is not { } zone)
        {
            return false;
        }

        var local = TimeOnly.FromDateTime(TimeZoneInfo.ConvertTime(called, zone).DateTime);
        return local >= Night || local < Morning;
    }
}

/// <param name="Acknowledged">Null too when only the day is known.</param>
/// <param name="StepMinutes">Of each fix step by hand.</param>
internal sealed record CostlyIncident(
    Guid Id, Severity Severity, string Zone, DateTimeOffset? Impact, DateTimeOffset? Detected, DateTimeOffset? Acknowledged, DateTimeOffset? Mitigated, DateTimeOffset? Resolved,
    IReadOnlyList<ImpactSpan> Windows, IReadOnlyList<int?> StepMinutes);

internal sealed record ImpactSpan(DateTimeOffset Began, DateTimeOffset? Ended);
