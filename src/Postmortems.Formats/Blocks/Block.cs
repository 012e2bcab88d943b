namespace Postmortems.Formats.Blocks;

/// <summary>A piece of a document, with the lines it stands on (from 0, of the source).</summary>
internal abstract record Block(int First, int Last);

/// <param name="Level">1 to 6 as written.</param>
/// <param name="Markdown">One line.</param>
internal sealed record Heading(int Level, string Markdown, int First, int Last) : Block(First, Last);

/// <param name="Lines">Markdown without the marks of what it stands in.</param>
internal sealed record Paragraph(string[] Lines, int First, int Last) : Block(First, Last)
{
    public string Markdown => string.Join('\n', Lines);
}

internal sealed record ItemList(bool Ordered, IReadOnlyList<Item> Items, int First, int Last) : Block(First, Last);

/// <param name="Checked">Null without a checkbox.</param>
internal sealed record Item(bool? Checked, IReadOnlyList<Block> Blocks, int First, int Last) : Block(First, Last)
{
    /// <summary>The opening paragraph; empty when the item opens with something else.</summary>
    public string[] Opening => Blocks is [Paragraph paragraph, ..] ? paragraph.Lines : [];

    public IEnumerable<Block> Rest => Blocks is [Paragraph, ..] ? Blocks.Skip(1) : Blocks;
}

/// <param name="Header">Cells of the heading row; all empty when it says nothing.</param>
internal sealed record Table(string[] Header, IReadOnlyList<TableRow> Rows, int First, int Last) : Block(First, Last);

internal sealed record TableRow(string[] Cells, int Line);

/// <summary>Code, a quotation, raw HTML: kept and never read.</summary>
internal sealed record Verbatim(VerbatimKind Kind, int First, int Last) : Block(First, Last);

internal enum VerbatimKind
{
    Code,
    Quote,
    Html,
    Comment,
    Rule,
}
