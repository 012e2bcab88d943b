using Postmortems.Formats.Blocks;
using Postmortems.Formats.Times;

namespace Postmortems.Formats.Headings;

/// <summary>Headings that state when, such as <c>### 14:35</c> or <c>## May 12</c>: entries or days of a timeline.</summary>
internal static class MomentHeading
{
    public static bool Is(string markdown) => MomentScanner.AtStart(markdown) is not null;

    /// <summary>Whether a block begins with a time of day, so that the heading above it names a phase of the timeline.</summary>
    public static bool Opens(Block? block) => block switch
    {
        Heading heading => Is(heading.Markdown),
        Paragraph paragraph => HasClock(paragraph.Lines[0]),
        ItemList { Items: [{ Opening: [var line, ..] }, ..] } => HasClock(line),
        Table { Rows: [{ Cells: [var cell, ..] }, ..] } => HasClock(cell),
        _ => false,
    };

    private static bool HasClock(string line) => MomentScanner.AtStart(line) is { Clock: not null };
}
