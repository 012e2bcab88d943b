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
        from milestone in Enum.GetValues<Milestone>()
        let at = At(milestone)
        where at is not null
        select (milestone, at);

    public TimePoint? At(Milestone milestone) => milestone switch
    {
        Milestone.Impact => Impact,
        Milestone.Detected => Detected,
        Milestone.Acknowledged => Acknowledged,
        Milestone.Mitigated => Mitigated,
        _ => Resolved,
    };

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
