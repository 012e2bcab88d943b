using AngleSharp.Dom;

namespace Postmortems.Formats.Blocks.Pages;

/// <summary>Goes over a page element by element and writes what each one means; lists, tables and the words of a line have a class each.</summary>
internal sealed class PageWalk
{
    private static readonly HashSet<string> Silent = ["script", "style", "head", "template", "noscript", "svg", "iframe", "object", "ac:task-id", "ac:task-uuid", "ac:task-status", "ac:placeholder"];

    private static readonly HashSet<string> Blocks =
    [
        "address", "article", "aside", "body", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "html",
        "main", "nav", "p", "section", "summary", "tbody", "td", "th", "tr", "caption",
        "ac:rich-text-body", "ac:layout", "ac:layout-section", "ac:layout-cell", "ac:task-list", "ac:adf-content",
    ];

    private readonly MarkdownLines output;
    private readonly int firstLine;
    private readonly PageLists lists;
    private readonly PageTables tables;
    private readonly PageInlines inlines;
    private readonly List<string> around = [];
    private string? notes;

    /// <param name="firstLine">The line of the source (from 0) on which the page starts.</param>
    public PageWalk(PageStyles styles, MarkdownLines output, int firstLine)
    {
        this.output = output;
        this.firstLine = firstLine;
        lists = new PageLists(this, output);
        tables = new PageTables(this, output, styles);
        inlines = new PageInlines(this, output, styles);
    }

    /// <summary>Navigation and notes of the tool around the document.</summary>
    public IReadOnlyList<string> Around => around;

    public static bool IsBlock(IElement element) => Blocks.Contains(element.LocalName);

    public void Children(INode parent, int depth)
    {
        var nodes = parent.ChildNodes;

        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i] is IText text)
            {
                output.Text(text.Data);
            }
            else if (nodes[i] is IElement element && depth < PageDepth.Deepest * 2)
            {
                At(element);
                Element(element, depth + 1);
            }
        }
    }

    /// <summary>What is written next comes from the line of an element.</summary>
    public void At(IElement element)
    {
        if (element.SourceReference?.Position.Line is > 0 and var line)
        {
            output.At(firstLine + line - 1);
        }
    }

    public void Element(IElement element, int depth)
    {
        if (Silent.Contains(element.LocalName) || PageHabits.IsContents(element))
        {
            return;
        }

        if (PageHabits.IsAround(element))
        {
            around.Add(string.Join(" / ", element.QuerySelectorAll("li").DefaultIfEmpty(element).Select(step => PageWords.Collapsed(step.TextContent))));
        }
        else if (lists.SaidOfTask(element) is { } said)
        {
            output.Raw(said);
        }
        else if (PageHabits.Words(element) is { } words)
        {
            output.Text(words);
        }
        else if (!inlines.TryWrite(element, depth))
        {
            Block(element, depth);
        }
    }

    private void Block(IElement element, int depth)
    {
        switch (element.LocalName)
        {
            case "ac:parameter":
                output.Raw(PageHabits.Parameter(element) ?? "");
                break;
            case "ac:plain-text-body":
                output.Fence(element.TextContent);
                break;
            case "ac:task":
                lists.Item(element, "- ", depth);
                break;
            case ['h', >= '1' and <= '6' and var level]:
                Heading(element, level - '0', depth);
                break;
            case "p" or "summary" when PageHabits.HeadingLevel(element) is > 0 and var written:
                Heading(element, written, depth);
                break;
            case "summary":
            case "div" when element.HasClass("expand-control"):
                output.Flush();
                output.Marked("**", () => Children(element, depth));
                output.Flush();
                break;
            case "ul" or "ol":
                lists.Write(element, depth);
                break;
            case "table":
                tables.Write(element, depth);
                break;
            case "pre":
                output.Fence(PageWords.OfCode(element));
                break;
            case "blockquote":
                output.Nested("> ", "> ", () => Children(element, depth));
                break;
            case "hr":
                output.Block("", "---");
                break;
            case var block when Blocks.Contains(block):
                output.Flush();
                Note(element);
                Children(element, depth);
                output.Flush();
                break;
            default:
                Children(element, depth);
                break;
        }
    }

    private void Heading(IElement element, int level, int depth)
    {
        output.Flush();
        inlines.InHeading = true;
        Children(element, depth);
        inlines.InHeading = false;
        output.FlushAs(new string('#', level) + " ");
    }

    // Comments and footnotes of others stand behind the document, and are no part of its last section.
    private void Note(IElement element)
    {
        if (PageHabits.Notes(element) is { } heading && heading != notes)
        {
            notes = heading;
            output.Block("## ", heading);
        }
    }
}
