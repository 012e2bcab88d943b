using AngleSharp.Dom;

namespace Postmortems.Formats.Blocks.Pages;

internal sealed partial class HtmlToMarkdown
{
    // Looking into every cell of frames in frames would take time with the square of their depth.
    private const int DeepestFrames = 4;

    private void Table(IElement element, int firstLine, int depth)
    {
        output.Flush();
        var table = PageTable.Of(element);

        foreach (var caption in table.Captions)
        {
            Element(caption, firstLine, depth + 1);
        }

        if (table.Rows.Count == 0)
        {
            Children(element, firstLine, depth);
            output.Flush();
            return;
        }

        if (frames < DeepestFrames && table.IsFrame)
        {
            frames++;

            foreach (var cell in table.Rows.SelectMany(row => row.Cells))
            {
                Element(cell, firstLine, depth + 1);
            }

            frames--;
            return;
        }

        Rows(table, firstLine, depth);
    }

    private void Rows(PageTable table, int firstLine, int depth)
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
            output.At(firstLine, (table.Rows[i].Row.SourceReference?.Position.Line ?? 0) - 1);
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
        if (cell.QuerySelector("pre, table") is not null)
        {
            return Escaped(Collapsed(PageWords.OfCell(cell)));
        }

        var inner = new HtmlToMarkdown(styles);
        inner.Children(cell, 0, depth + 1);
        inner.output.Flush();

        var words = Collapsed(string.Join(' ', inner.output.Lines));

        // A heading is no heading in a cell, and a lone # heads a column of numbers.
        return Escaped(words.TrimStart('#', ' ') is { Length: > 0 } said ? said : words);
    }

    private static string Escaped(string cell) => cell.Replace("|", "\\|", StringComparison.Ordinal);
}
