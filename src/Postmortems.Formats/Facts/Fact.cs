using Postmortems.Formats.Blocks;
using Postmortems.Formats.Headings;
using Postmortems.Formats.Source;

namespace Postmortems.Formats.Facts;

/// <summary>One named field: <c>Severity: SEV-2</c>, a row of two cells, a key of the front matter.</summary>
/// <param name="Name">Folded as headings are.</param>
/// <param name="Value">Plain text.</param>
/// <param name="Line">From 0.</param>
internal sealed record Fact(string Name, string Value, int Line, bool IsFrontMatter)
{
    private const int LongestName = 40;
    private const int LongestValue = 400;

    public static IReadOnlyList<Fact> Of(IReadOnlyList<Part> parts, Part? titled, FrontMatter front)
    {
        var inText = parts.SelectMany(part => OfHeading(part)
            .Concat(part.Blocks.SelectMany(OfBlock).Where(fact => part == titled || HoldsFacts(part) || FactNames.Severity.Contains(fact.Name))));
        var inFront = front.Keys.SelectMany(key => front.All(key).Select(value => new Fact(HeadingWords.Fold(key), value, 0, true)));

        return [.. inText.Concat(inFront).Where(fact => fact.Value.Length is > 0 and <= LongestValue && !Placeholder.Is(fact.Value))];
    }

    /// <summary>Whether the block is nothing but named fields.</summary>
    public static bool IsAll(Block block) =>
        block is Table { Header.Length: 2 } || (block is Paragraph paragraph && paragraph.Lines.All(line => Label.Of(line) is { Rest.Length: > 0 and < 200 }));

    private static bool HoldsFacts(Part part) => part.Kind is Kind.Facts or Kind.Summary or Kind.People || (part.Kind == Kind.None && part.Level <= 1) || part.IsLabel;

    // ## Severity: Medium
    private static IEnumerable<Fact> OfHeading(Part part) => OfLine(part.Heading, part.Line);

    private static IEnumerable<Fact> OfBlock(Block block) => block switch
    {
        Paragraph paragraph => paragraph.Lines.SelectMany((line, i) => OfLine(line, paragraph.First + i)),
        ItemList list => list.Items.Where(item => item.Opening.Length > 0).SelectMany(item => OfLine(string.Join(' ', item.Opening), item.First)),
        Table { Header.Length: 2 } table => table.Rows.Where(row => row.Cells.Length == 2).Select(row => OfCells(row.Cells, row.Line)).Prepend(OfCells(table.Header, table.First)),
        _ => [],
    };

    private static IEnumerable<Fact> OfLine(string line, int at) =>
        line.Length <= LongestName + LongestValue && Label.Of(line) is { Rest.Length: > 0 } label && label.Words.Length <= LongestName
            ? [new Fact(HeadingWords.Fold(PlainText.Of(label.Words)), PlainText.Of(label.Rest), at, false)]
            : [];

    private static Fact OfCells(string[] cells, int line) => new(HeadingWords.Fold(PlainText.Of(cells[0])), PlainText.Of(cells[1]), line, false);
}
