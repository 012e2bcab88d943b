using System.Buffers;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Postmortems.Formats.Blocks;

/// <summary>A page brought to Markdown: headings, paragraphs, lists, tables, code, quotations and links; other elements leave their text.</summary>
internal sealed class HtmlToMarkdown
{
    public const int DeepestNesting = 300;

    private const int LongestName = 12;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create("> \t\n/<");

    private static readonly HashSet<string> Silent = ["script", "style", "head", "template", "noscript", "svg", "iframe", "object"];

    private static readonly HashSet<string> Blocks =
    [
        "address", "article", "aside", "body", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "html",
        "main", "nav", "p", "section", "summary", "tbody", "td", "th", "tr",
    ];

    private readonly MarkdownLines output = new();

    private HtmlToMarkdown()
    {
    }

    /// <summary>Whether elements are nested more deeply than any page needs.</summary>
    public static bool IsNestedTooDeeply(string html)
    {
        var depth = 0;
        var deepest = 0;

        for (var i = html.IndexOf('<', StringComparison.Ordinal); i >= 0 && i + 1 < html.Length; i = html.IndexOf('<', i + 1))
        {
            var next = html[i + 1];
            depth += next == '/' ? -1 : char.IsAsciiLetter(next) && !ClosesItself(html.AsSpan(i + 1)) ? 1 : 0;
            deepest = Math.Max(deepest, depth = Math.Max(0, depth));
        }

        return deepest > DeepestNesting;
    }

    /// <param name="firstLine">The line of the source (from 0) on which the page starts.</param>
    public static MarkdownLines Read(string html, int firstLine)
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true });
        var page = parser.ParseDocument(html);
        var writer = new HtmlToMarkdown();
        writer.output.At(firstLine, 0);

        if (page.QuerySelector("h1") is null && page.Title is { Length: > 0 } title)
        {
            writer.output.Block("# ", title.ReplaceLineEndings(" "));
        }

        if (page.DocumentElement is { } root)
        {
            writer.Children(root, firstLine, 0);
        }

        writer.output.Flush();

        return writer.output;
    }

    // End tags of these are often left out, so they tell nothing about depth.
    private static bool ClosesItself(ReadOnlySpan<char> tag)
    {
        var name = tag[..Math.Min(LongestName, tag.Length)];
        var end = name.IndexOfAny(NameEnds);
        name = end < 0 ? name : name[..end];

        foreach (var open in (string[])["p", "li", "td", "th", "tr", "br", "img", "hr", "input", "meta", "link", "option", "dt", "dd", "source", "col", "tbody", "thead", "area", "wbr"])
        {
            if (name.Equals(open, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private void Children(INode parent, int firstLine, int depth)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
            {
                output.Text(text.Data);
            }
            else if (node is IElement element && depth < DeepestNesting * 2)
            {
                output.At(firstLine, (element.SourceReference?.Position.Line ?? 0) - 1);
                Element(element, firstLine, depth + 1);
            }
        }
    }

    private void Element(IElement element, int firstLine, int depth)
    {
        switch (element.LocalName)
        {
            case var silent when Silent.Contains(silent):
                break;
            case ['h', >= '1' and <= '6' and var level]:
                output.Flush();
                Children(element, firstLine, depth);
                output.FlushAs(new string('#', level - '0') + " ");
                break;
            case "ul" or "ol":
                List(element, firstLine, depth);
                break;
            case "table":
                Table(element);
                break;
            case "pre":
                output.Fence(element.TextContent);
                break;
            case "blockquote":
                output.Nested("> ", "> ", () => Children(element, firstLine, depth));
                break;
            case "hr":
                output.Block("", "---");
                break;
            case "br":
                output.Break();
                break;
            case "img":
                output.Raw(Picture(element));
                break;
            case "b" or "strong":
                output.Marked("**", () => Children(element, firstLine, depth));
                break;
            case "i" or "em":
                output.Marked("*", () => Children(element, firstLine, depth));
                break;
            case "code" or "kbd" or "samp" or "tt":
                output.Code(element.TextContent);
                break;
            case "del" or "s" or "strike":
                output.Marked("~~", () => Children(element, firstLine, depth));
                break;
            case "a" when element.GetAttribute("href") is { Length: > 0 } address && !element.Children.Any(child => Blocks.Contains(child.LocalName)):
                output.Linked(address, () => Children(element, firstLine, depth));
                break;
            case "input" when element.GetAttribute("type") == "checkbox":
                output.Raw(element.HasAttribute("checked") ? "[x] " : "[ ] ");
                break;
            case var block when Blocks.Contains(block):
                output.Flush();
                Children(element, firstLine, depth);
                output.Flush();
                break;
            default:
                Children(element, firstLine, depth);
                break;
        }
    }

    private void List(IElement list, int firstLine, int depth)
    {
        output.Flush();
        var number = 0;

        foreach (var child in list.Children)
        {
            number++;
            var marker = list.LocalName == "ol" ? $"{number}. " : "- ";
            output.At(firstLine, (child.SourceReference?.Position.Line ?? 0) - 1);

            if (child.LocalName is "ul" or "ol")
            {
                output.Nested("  ", "  ", () => List(child, firstLine, depth + 1));
            }
            else
            {
                output.Nested(marker, new string(' ', marker.Length), () => Children(child, firstLine, depth + 1));
            }
        }

        output.EndList();
    }

    private void Table(IElement table)
    {
        output.Flush();
        var rows = table.GetElementsByTagName("tr")
            .Select(row => row.Children.Where(cell => cell.LocalName is "td" or "th").ToList())
            .Where(cells => cells.Count > 0)
            .ToList();

        if (rows.Count == 0)
        {
            output.Text(table.TextContent);
            output.Flush();
            return;
        }

        var width = rows.Max(cells => cells.Count);
        var hasHeader = rows[0].All(cell => cell.LocalName == "th") || table.Children.Any(child => child.LocalName == "thead");

        if (!hasHeader)
        {
            output.Row(Enumerable.Repeat("", width));
            output.Row(Enumerable.Repeat("---", width));
        }

        for (var i = 0; i < rows.Count; i++)
        {
            output.Row(rows[i].Select(CellText).Concat(Enumerable.Repeat("", width - rows[i].Count)));

            if (i == 0 && hasHeader)
            {
                output.Row(Enumerable.Repeat("---", width));
            }
        }

        output.EndList();
    }

    private static string CellText(IElement cell)
    {
        var words = string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Replace("|", "\\|", StringComparison.Ordinal);
        var link = cell.GetElementsByTagName("a") is { Length: > 0 } links ? links[0].GetAttribute("href") : null;

        return link is null || words.Contains(link, StringComparison.Ordinal) ? words : $"[{words}]({link})";
    }

    private static string Picture(IElement image) =>
        image.GetAttribute("src") is { Length: > 0 } source ? $"![{image.GetAttribute("alt")}]({source})" : image.GetAttribute("alt") ?? "";
}
