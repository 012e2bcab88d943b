namespace Postmortems.Formats;

/// <summary>One event of the timeline.</summary>
/// <param name="When">With precision None when the entry states no time.</param>
/// <param name="Text">Markdown of the event without its time.</param>
public sealed record ReadEntry(ReadMoment When, string Text, LineSpan Lines)
{
    /// <summary>What it tells of, such as <c>decision</c>; only files of this product state it, as all below.</summary>
    public string? Kind { get; init; }

    /// <summary>How we know: <c>observed</c>, <c>reported</c> or <c>inferred</c>.</summary>
    public string? Basis { get; init; }

    /// <summary>A link or a sentence that shows it.</summary>
    public string? Evidence { get; init; }

    public ReadFix? Fix { get; init; }
}

/// <summary>What an entry did to the system to end the impact.</summary>
/// <param name="Kind">Code of the kind of fix.</param>
/// <param name="Actor">One of <c>person</c>, <c>automation</c>, <c>approved-automation</c>.</param>
/// <param name="Minutes">Of work.</param>
/// <param name="Effect">One of <c>unknown</c>, <c>none</c>, <c>partial</c>, <c>stopped-impact</c>, <c>made-worse</c>.</param>
public sealed record ReadFix(string Kind, string? Actor, int? Minutes, string? Effect);
