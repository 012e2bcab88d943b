namespace Postmortems.Domain.Timeline;

/// <summary>A line as somebody wrote it, and what was understood: an entry, or a sentence that says what is missing.</summary>
/// <param name="Stretch">Both ends of a stretch of time, which the entry keeps in its words.</param>
public sealed record QuickLine(string Line, EntryFacts? Entry, string? Question, string? Stretch = null);
