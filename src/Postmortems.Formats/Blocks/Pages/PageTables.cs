using AngleSharp.Dom;

namespace Postmortems.Formats.Blocks.Pages;

/// <summary>Tables of a page, as tables with pipes; those that only place what is in them leave it in its order.</summary>
internal sealed class PageTables(PageWalk walk, MarkdownLines output, PageStyles styles)
{
    // Looking into every cell of frames in frames would take time with the square of their depth.
    private const int DeepestFrames = 4;

    private static readonly string[] MoreThanALine = ["pre", "table"];

    private int frames;

    public void Write(IElement element, int depth)
    {
        output.Flush();
        var table = PageTable.Of(element);

        foreach (var caption in table.Captions)
        {
            walk.Element(caption, depth + 1);
        }

        if (table.Rows.Count == 0)
        {
            walk.Children(element, depth);
            output.Flush();
            return;
        }

        if (frames < DeepestFrames && table.IsFrame)
        {
            frames++;

            foreach (var cell in table.Rows.SelectMany(row => row.Cells))
            {
                walk.Element(cell, depth + 1);
            }

            frames--;
            return;
        }

        Rows(table, depth);
    }

    private void Rows(PageTable table, int depth)
    {
        output.Apart();
        var width = table.Width;
        var rows = table.Rows.Select(row => row.Cells.Select(cell => CellText(cell, depth)).ToList()).ToList();

        if (rows.Count > 1)
        {
            table.Read(rows[0], rows[1]);
        }

        if (!table.HasHeader)
        {
            output.Row(Enumerable.Repeat("", width));
            output.Row(Enumerable.Repeat("---", width));
        }

        for (var i = 0; i < rows.Count; i++)
        {
            walk.At(table.Rows[i].Row);
            output.Row(rows[i].Concat(Enumerable.Repeat("", width - rows[i].Count)));

            if (i == 0 && table.HasHeader)
            {
                output.Row(Enumerable.Repeat("---", width));
            }
        }

        output.EndList();
    }

    // A cell is one line of Markdown. Code and tables in it cannot be that, and leave their words.
    private string CellText(IElement cell, int depth)
    {
        if (cell.Holds(MoreThanALine))
        {
            return Escaped(PageWords.Collapsed(PageWords.OfCell(cell)));
        }

        var inner = new MarkdownLines();
        new PageWalk(styles, inner, 0).Children(cell, depth + 1);
        inner.Flush();

        var words = PageWords.Collapsed(string.Join(' ', inner.Lines));

        // A heading is no heading in a cell, and a lone # heads a column of numbers.
        return Escaped(words.TrimStart('#', ' ') is { Length: > 0 } said ? said : words);
    }

    private static string Escaped(string cell) => cell.Replace("|", "\\|", StringComparison.Ordinal);
}
