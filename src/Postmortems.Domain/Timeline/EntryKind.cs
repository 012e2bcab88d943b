namespace Postmortems.Domain.Timeline;

/// <summary>What a timeline entry tells of.</summary>
public enum EntryKind
{
    Event,
    Change,
    Signal,
    Hypothesis,
    Decision,
    Message,
    Fix,
    Milestone,
}
