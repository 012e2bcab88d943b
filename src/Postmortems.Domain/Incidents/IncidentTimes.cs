namespace Postmortems.Domain.Incidents;

/// <summary>The milestones of an incident in the order in which they should fall, each unknown until somebody says it.</summary>
public sealed record IncidentTimes(
    TimePoint? Impact = null,
    TimePoint? Detected = null,
    TimePoint? Acknowledged = null,
    TimePoint? Mitigated = null,
    TimePoint? Resolved = null);
