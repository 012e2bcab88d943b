using Postmortems.Formats.Blocks;
using Postmortems.Formats.Facts;
using Postmortems.Formats.Headings;
using Postmortems.Formats.Times;

namespace Postmortems.Formats.Causes;

/// <summary>Contributing factors: each item of a list, else the opening paragraph, of a part about causes.</summary>
internal static class CauseReader
{
    public static IReadOnlyList<ReadCause> Of(IReadOnlyList<Part> parts, Func<int, int, LineSpan> span) =>
        [.. parts.Where(part => RoleOf(part) is not null && !IsTimeline(part)).SelectMany(part => Of(part, span))];

    private static string? RoleOf(Part part) => part.Kind switch
    {
        Kind.Trigger => "trigger",
        Kind.RootCause => "root",
        Kind.ContributingFactors => "contributing",
        _ => null,
    };

    // A "leadup" is often the beginning of the timeline.
    private static bool IsTimeline(Part part) =>
        part.Kind == Kind.Trigger && part.Blocks.OfType<ItemList>().Any(list => list.Items.Any(item => item.Opening is [var line, ..] && MomentScanner.AtStart(line) is { Clock: not null }));

    private static IEnumerable<ReadCause> Of(Part part, Func<int, int, LineSpan> span)
    {
        var role = RoleOf(part);
        var items = part.Blocks.OfType<ItemList>().SelectMany(list => list.Items).Where(item => !IsEmpty(item)).ToList();
        var opening = part.Blocks.OfType<Paragraph>().FirstOrDefault(paragraph => !Placeholder.Is(paragraph.Markdown) && !IsHead(paragraph, part));
        var listComesFirst = opening is null || (items.Count > 0 && (part.Kind == Kind.ContributingFactors || items[0].First < opening.First || LeadsToList(opening)));

        if (items.Count > 0 && listComesFirst && part.Kind != Kind.Trigger)
        {
            return items.Select(item => new ReadCause(string.Join(' ', item.Opening).Trim(), role, span(item.First, item.Last)));
        }

        return opening is null
            ? items.Take(1).Select(item => new ReadCause(string.Join(' ', item.Opening).Trim(), role, span(item.First, item.Last)))
            : [new ReadCause(string.Join(' ', opening.Lines.Select(line => line.Trim())), role, span(opening.First, opening.Last))];
    }

    // "There were three factors:"
    private static bool LeadsToList(Paragraph opening) =>
        opening.Markdown.TrimEnd() is [.., ':'] || opening.Markdown.Contains("factors", StringComparison.OrdinalIgnoreCase) || opening.Markdown.Contains("causes", StringComparison.OrdinalIgnoreCase);

    // A line in bold above other words heads them.
    private static bool IsHead(Paragraph paragraph, Part part) =>
        paragraph.Lines is [['*', '*', .., '*', '*'] line] && line.IndexOf("**", 2, StringComparison.Ordinal) == line.Length - 2 && part.Blocks[^1] != paragraph;

    private static bool IsEmpty(Item item) => item.Opening.Length == 0 || Placeholder.Is(string.Join(' ', item.Opening));
}
