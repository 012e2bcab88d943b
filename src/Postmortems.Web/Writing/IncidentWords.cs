using Postmortems.Domain.Incidents;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Writing;

/// <summary>An incident's times as pages of its postmortem say them.</summary>
internal static class IncidentWords
{
    public static IEnumerable<(string Name, TimePoint Point)> Milestones(IncidentTimes times)
    {
        (string Name, TimePoint? Point)[] all =
        [
            ("Impact began", times.Impact),
            ("Detected", times.Detected),
            ("Acknowledged", times.Acknowledged),
            ("Mitigated", times.Mitigated),
            ("Resolved", times.Resolved),
        ];

        return all.Where(milestone => milestone.Point is not null).Select(milestone => (milestone.Name, milestone.Point!));
    }

    /// <summary>From the first harm to the end of it; null while either is not known.</summary>
    public static string? Impact(IncidentTimes times) =>
        times.Impact is { } began && (times.Mitigated ?? times.Resolved) is { } ended ? Durations.Between(began, ended) : null;

    public static string? UntilSomebodyKnew(IncidentTimes times) =>
        times is { Impact: { } began, Detected: { } detected } && detected.At >= began.At ? Durations.Between(began, detected) : null;
}
