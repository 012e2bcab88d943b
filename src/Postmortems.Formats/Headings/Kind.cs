namespace Postmortems.Formats.Headings;

/// <summary>What a heading of a postmortem is about.</summary>
internal enum Kind
{
    /// <summary>Not recognised.</summary>
    None,
    Summary,
    Narrative,
    Impact,
    Detection,
    Trigger,
    RootCause,
    ContributingFactors,
    Resolution,
    Timeline,
    Lessons,
    ActionItems,
    People,
    Services,

    /// <summary>Short fields such as severity, status and durations.</summary>
    Facts,
    Supporting,
}
