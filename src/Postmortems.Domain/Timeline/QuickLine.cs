namespace Postmortems.Domain.Timeline;

/// <summary>A line as somebody wrote it, and what was understood: an entry, or a sentence that says what is missing.</summary>
public sealed record QuickLine(string Line, EntryFacts? Entry, string? Question);
