namespace Postmortems.Domain.Incidents;

/// <summary>The milestones of an incident in the order in which they should fall, each unknown until somebody says it.</summary>
public sealed record IncidentTimes(
    TimePoint? Impact = null,
    TimePoint? Detected = null,
    TimePoint? Acknowledged = null,
    TimePoint? Mitigated = null,
    TimePoint? Resolved = null)
{
    /// <summary>Those that are known, in their order.</summary>
    public IEnumerable<(Milestone Milestone, TimePoint At)> Known =>
        from pair in new[]
        {
            (Milestone: Milestone.Impact, At: Impact),
            (Milestone: Milestone.Detected, At: Detected),
            (Milestone: Milestone.Acknowledged, At: Acknowledged),
            (Milestone: Milestone.Mitigated, At: Mitigated),
            (Milestone: Milestone.Resolved, At: Resolved),
        }
        where pair.At is not null
        select (pair.Milestone, pair.At);

    public IncidentTimes With(Milestone milestone, TimePoint? at) => milestone switch
    {
        Milestone.Impact => this with { Impact = at },
        Milestone.Detected => this with { Detected = at },
        Milestone.Acknowledged => this with { Acknowledged = at },
        Milestone.Mitigated => this with { Mitigated = at },
        _ => this with { Resolved = at },
    };
}

public enum Milestone
{
    Impact,
    Detected,
    Acknowledged,
    Mitigated,
    Resolved,
}
