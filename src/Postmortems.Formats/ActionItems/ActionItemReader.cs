using Postmortems.Formats.Blocks;
using Postmortems.Formats.Facts;
using Postmortems.Formats.Headings;
using Postmortems.Formats.Times;

namespace Postmortems.Formats.ActionItems;

/// <summary>Promises below the headings about them: rows of a table, else items of lists, else lines that stand one below the other.</summary>
internal static class ActionItemReader
{
    private const int LongestLonePromise = 300;

    public static IReadOnlyList<ReadActionItem> Of(IReadOnlyList<Part> parts, Func<int, int, LineSpan> span)
    {
        var headed = parts.Where(part => part.Kind == Kind.ActionItems).ToList();

        return headed.Count > 0 ? [.. headed.SelectMany(part => Of(part, span))] : [.. Unheaded(parts, span)];
    }

    private static IEnumerable<ReadActionItem> Of(Part part, Func<int, int, LineSpan> span)
    {
        var listed = Groups(part).SelectMany(group => Tabled(group, span) is { Count: > 0 } rows ? rows : Listed(group, span)).ToList();

        return listed.Count > 0 ? listed : Lines(part, span).ToList() is { Count: > 0 } lines ? lines : InOneSentence(part, span);
    }

    // Below one heading promises stand in a table or in lists; lists beside a table explain it.
    private static IEnumerable<Part> Groups(Part part)
    {
        var group = new Part(part.Kind, part.Level, part.Heading, part.Line);

        foreach (var block in part.Blocks)
        {
            if (block is Heading && group.Blocks.Any(before => before is Table or ItemList))
            {
                yield return group;
                group = new Part(part.Kind, part.Level, part.Heading, part.Line);
            }

            group.Add(block, follows: false);
        }

        yield return group;
    }

    private static List<ReadActionItem> Tabled(Part group, Func<int, int, LineSpan> span) =>
        [.. group.Blocks.OfType<Table>().SelectMany(table => ActionItemTable.ItemsOf(table, span))];

    private static IEnumerable<ReadActionItem> Listed(Part part, Func<int, int, LineSpan> span)
    {
        var group = ItemGroup.Of(part.Heading);
        var label = ItemGroup.None;
        Block? before = null;

        foreach (var block in part.Blocks)
        {
            if (block is Heading heading)
            {
                group = ItemGroup.Of(heading.Markdown);
                label = ItemGroup.None;
            }
            else if (block is Paragraph { Lines: [{ Length: < 80 } words] } && words.TrimEnd('*', '_', ' ').EndsWith(':'))
            {
                label = ItemGroup.Of(words);
            }
            else if (block is Paragraph paragraph && before is Heading && paragraph.Markdown.Length <= LongestLonePromise)
            {
                // One sentence below a subheading is what the others write as an item.
                yield return ItemWords.Read(string.Join(' ', paragraph.Lines.Select(line => line.Trim())), null, [], group, span(paragraph.First, paragraph.Last));
            }
            else if (block is ItemList list)
            {
                foreach (var item in list.Items.SelectMany(item => OfItem(item, group.Or(label), span)))
                {
                    yield return item;
                }
            }

            before = block;
        }
    }

    private static IEnumerable<ReadActionItem> OfItem(Item item, ItemGroup group, Func<int, int, LineSpan> span)
    {
        var opening = string.Join(' ', item.Opening.Select(line => line.Trim())).Trim();
        var nested = item.Rest.OfType<ItemList>().SelectMany(list => list.Items).ToList();

        if (nested.Count > 0 && NamesAGroup(opening, item))
        {
            return nested.SelectMany(inner => OfItem(inner, group.Or(ItemGroup.Of(opening)), span));
        }

        if (Placeholder.Is(opening))
        {
            return nested.SelectMany(inner => OfItem(inner, group, span));
        }

        return [ItemWords.Read(opening, item.Checked, [.. nested.Select(inner => string.Join(' ', inner.Opening))], group, span(item.First, item.Last))];
    }

    // "Monitoring:" with items below it is their heading.
    private static bool NamesAGroup(string opening, Item item) =>
        opening.Length == 0
        || (item.Checked is null && (opening[^1] == ':' || opening.EndsWith(":**", StringComparison.Ordinal)
            || (opening.StartsWith("**", StringComparison.Ordinal) && opening.EndsWith("**", StringComparison.Ordinal))
            || (opening.AsSpan().Count(' ') < 3 && !opening.Contains("://", StringComparison.Ordinal))));

    // Lines of one paragraph that each begin a sentence; wrapped prose goes on in small letters.
    private static IEnumerable<ReadActionItem> Lines(Part part, Func<int, int, LineSpan> span) =>
        part.Blocks.OfType<Paragraph>()
            .Where(paragraph => paragraph.Lines.Length > 1 && paragraph.Lines.All(line => line.TrimStart() is [var first, ..] && (char.IsUpper(first) || first is '[')))
            .SelectMany(paragraph => paragraph.Lines.Select((line, i) => ItemWords.Read(line.Trim(), null, [], ItemGroup.Of(part.Heading), span(paragraph.First + i, paragraph.First + i))));

    // "We will add a limit to the queue." below its heading, and nothing else.
    private static IEnumerable<ReadActionItem> InOneSentence(Part part, Func<int, int, LineSpan> span) =>
        part.Blocks is [Paragraph paragraph] && string.Join(' ', paragraph.Lines.Select(line => line.Trim())) is var words && LonePromise.Is(words)
            ? [ItemWords.Read(words, null, [], ItemGroup.Of(part.Heading), span(paragraph.First, paragraph.Last))]
            : [];

    // A last list without a heading counts only when its items say themselves what they are.
    private static IEnumerable<ReadActionItem> Unheaded(IReadOnlyList<Part> parts, Func<int, int, LineSpan> span)
    {
        // Where headings were lost, the end of the timeline may stand in the same list.
        var last = parts.SelectMany(part => part.Blocks).OfType<ItemList>().LastOrDefault()?.Items
            .Where(item => item.Opening is not [var line, ..] || MomentScanner.AtStart(line) is null)
            .ToList();

        if (last is null or [] || last.Count(item => item.Checked is not null || ItemWords.NamesItsState(string.Join(' ', item.Opening))) * 2 < last.Count)
        {
            return [];
        }

        return last.SelectMany(item => OfItem(item, ItemGroup.None, span));
    }
}
