using Postmortems.Domain.Incidents;
using Postmortems.Domain.Timeline;

namespace Postmortems.Domain.Writing.Drafts;

/// <summary>What is known about one incident before anybody has written a sentence.</summary>
public sealed record KnownFacts(
    int Number,
    string Title,
    Severity Severity,
    string Zone,
    string Summary,
    IncidentTimes Times,
    IReadOnlyList<ImpactWindow> Windows,
    IReadOnlyList<string> Services,
    IReadOnlyList<TimelineEntry> Entries);

/// <summary>Who takes part in the writing, by name.</summary>
public sealed record KnownPeople(string Owner, string? Facilitator);
