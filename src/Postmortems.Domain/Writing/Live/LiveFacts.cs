using Postmortems.Domain.Incidents;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing.References;

namespace Postmortems.Domain.Writing.Live;

/// <summary>What the live blocks of a text show now. What no block of it asks for is empty.</summary>
public sealed record LiveFacts(
    IReadOnlyList<LiveEntry> Timeline,
    IReadOnlyList<LiveWindow> Windows,
    IReadOnlyList<TookPart> People,
    IReadOnlyList<SimilarPostmortem> Similar,
    KnownReferences References);

/// <param name="AsWritten">The time in the source's words, when it could not be made an instant.</param>
public sealed record LiveEntry(Guid Id, int Incident, TimePoint? When, string Zone, string? AsWritten, EntryKind Kind, string Text);

public sealed record LiveWindow(int Incident, TimePoint Began, TimePoint? Ended, string Text);

/// <param name="Parts">In words, such as "facilitator". Never how much of anything.</param>
public sealed record TookPart(Guid Id, string Name, IReadOnlyList<string> Parts);

/// <param name="Shared">The words that both use, most telling first.</param>
public sealed record SimilarPostmortem(int Number, string Title, PostmortemState State, DateTimeOffset? PublishedAt, IReadOnlyList<string> Shared);
