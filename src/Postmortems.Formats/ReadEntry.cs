namespace Postmortems.Formats;

/// <summary>One event of the timeline.</summary>
/// <param name="When">With precision None when the entry states no time.</param>
/// <param name="Text">Markdown of the event without its time.</param>
public sealed record ReadEntry(ReadMoment When, string Text, LineSpan Lines);
