using AngleSharp.Dom;
using Postmortems.Formats.Times;

namespace Postmortems.Formats.Blocks.Pages;

/// <summary>Rows and cells of a table of a page. What lies in inner tables belongs to the cell around them.</summary>
internal sealed class PageTable
{
    private const int LongestHeading = 40;

    private static readonly string[] Headings = ["h1", "h2", "h3", "h4", "h5", "h6"];

    private PageTable(List<PageRow> rows, List<IElement> captions)
    {
        Rows = rows;
        Captions = captions;
    }

    public IReadOnlyList<PageRow> Rows { get; }

    public IReadOnlyList<IElement> Captions { get; }

    public int Width => Rows.Max(row => row.Cells.Count);

    /// <summary>Whether it only places what is in it: one cell, or cells with headings of the document.</summary>
    public bool IsFrame => (Rows.Count == 1 && Width == 1) || Rows.Any(row => row.Cells.Any(cell => cell.Holds(Headings)));

    public bool HasHeader { get; private set; }

    public static PageTable Of(IElement table)
    {
        var rows = new List<PageRow>();
        var captions = new List<IElement>();
        var hasHead = false;

        foreach (var child in table.Children)
        {
            hasHead |= child.LocalName == "thead" && child.ChildElementCount > 0;

            if (child.LocalName == "tr")
            {
                rows.Add(new PageRow(child));
            }
            else if (child.LocalName is "thead" or "tbody" or "tfoot")
            {
                rows.AddRange(child.Children.Where(row => row.LocalName == "tr").Select(row => new PageRow(row)));
            }
            else if (child.LocalName == "caption")
            {
                captions.Add(child);
            }
        }

        rows.RemoveAll(row => row.Cells.Count == 0);

        return new PageTable(rows, captions) { HasHeader = rows.Count > 0 && (hasHead || rows[0].Cells.All(cell => cell.LocalName == "th")) };
    }

    /// <summary>Some tools never mark the first row; it heads the table when it reads like headings and the next does not.</summary>
    public void Read(IReadOnlyList<string> first, IReadOnlyList<string> second) =>
        HasHeader = HasHeader
            || (Rows.All(row => row.Cells.All(cell => cell.LocalName == "td"))
                && first.Count >= 2
                && first.All(cell => cell.Length is > 0 and <= LongestHeading && MomentScanner.AtStart(cell) is null)
                && (first.Count > 2 || MomentScanner.AtStart(second[0]) is not null));
}

internal sealed record PageRow(IElement Row)
{
    public IReadOnlyList<IElement> Cells { get; } = [.. Row.Children.Where(cell => cell.LocalName is "td" or "th")];
}
