using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Postmortems.Formats.Blocks.Pages;

/// <summary>A page brought to Markdown: headings, paragraphs, lists, tables, code, quotations and links; other elements leave their text.</summary>
internal sealed partial class HtmlToMarkdown
{
    private static readonly HashSet<string> Silent = ["script", "style", "head", "template", "noscript", "svg", "iframe", "object", "ac:task-id", "ac:task-uuid", "ac:task-status", "ac:placeholder"];

    private static readonly HashSet<string> Blocks =
    [
        "address", "article", "aside", "body", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "header", "html",
        "main", "nav", "p", "section", "summary", "tbody", "td", "th", "tr", "caption",
        "ac:rich-text-body", "ac:layout", "ac:layout-section", "ac:layout-cell", "ac:task-list", "ac:adf-content",
    ];

    private readonly MarkdownLines output = new();
    private readonly PageStyles styles;
    private readonly List<string> around = [];
    private bool inHeading;
    private string? notes;
    private int frames;
    private PageTask? task;

    private HtmlToMarkdown(PageStyles styles) => this.styles = styles;

    /// <param name="firstLine">The line of the source (from 0) on which the page starts.</param>
    public static MarkdownLines Read(string html, int firstLine)
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true });
        var page = parser.ParseDocument(PageMarkup.AsHtml(html));
        PageHabits.CutSpace(page);
        var writer = new HtmlToMarkdown(PageStyles.Of(page));
        writer.output.At(firstLine, 0);

        if (page.QuerySelector("h1, p.title") is null && page.Title is { Length: > 0 } title)
        {
            writer.output.Block("# ", title.ReplaceLineEndings(" "));
        }

        if (page.DocumentElement is { } root)
        {
            writer.Children(root, firstLine, 0);
        }

        writer.output.Flush();
        writer.WriteAround();

        return writer.output;
    }

    private void Children(INode parent, int firstLine, int depth)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText text)
            {
                output.Text(text.Data);
            }
            else if (node is IElement element && depth < PageDepth.Deepest * 2)
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
            case var _ when PageHabits.IsContents(element):
                break;
            case var _ when PageHabits.IsAround(element):
                around.Add(string.Join(" / ", element.QuerySelectorAll("li").DefaultIfEmpty(element).Select(step => Collapsed(step.TextContent))));
                break;
            case var _ when task is not null && task.Of(element) is { } said:
                output.Raw(said);
                break;
            case var _ when PageHabits.Words(element) is { } words:
                output.Text(words);
                break;
            case "ac:parameter":
                Parameter(element);
                break;
            case "ac:plain-text-body":
                output.Fence(element.TextContent);
                break;
            case "ac:task":
                Item(element, "- ", firstLine, depth);
                break;
            case ['h', >= '1' and <= '6' and var level]:
                Heading(element, level - '0', firstLine, depth);
                break;
            case "p" or "summary" when PageHabits.HeadingLevel(element) is > 0 and var written:
                Heading(element, written, firstLine, depth);
                break;
            case "summary":
            case "div" when element.ClassList.Contains("expand-control"):
                output.Flush();
                output.Marked("**", () => Children(element, firstLine, depth));
                output.Flush();
                break;
            case "ul" or "ol":
                List(element, firstLine, depth);
                break;
            case "table":
                Table(element, firstLine, depth);
                break;
            case "pre":
                output.Fence(PageWords.OfCode(element));
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
            case "img" when PageHabits.IsSign(element):
                break;
            case "img":
                output.Raw(PageWords.Picture(element));
                break;
            case "b" when (element.GetAttribute("style") ?? "").Contains("font-weight:normal", StringComparison.Ordinal):
                Children(element, firstLine, depth);
                break;
            case "b" or "strong":
                output.Marked("**", () => Children(element, firstLine, depth));
                break;
            case "i" or "em":
                output.Marked("*", () => Children(element, firstLine, depth));
                break;
            case "code" or "kbd" or "samp" or "tt":
                output.Code(PageWords.OfCode(element));
                break;
            case "del" or "s" or "strike":
                output.Marked("~~", () => Children(element, firstLine, depth));
                break;
            case "span" when PageHabits.IsOneOfSeveral(element):
                Children(element, firstLine, depth);
                output.Text(", ");
                break;
            case "a" when inHeading && PageHabits.IsCommentSign(element):
                break;
            case "span" when !inHeading && styles.MarkOf(element) is { Length: > 0 } mark:
                output.Marked(mark, () => Children(element, firstLine, depth));
                break;
            case "a" when element.GetAttribute("href") is { Length: > 0 } href && PageHabits.Address(href) is { } address && !element.Children.Any(child => Blocks.Contains(child.LocalName)):
                output.Linked(address, () => Children(element, firstLine, depth));
                break;
            case "input" when element.GetAttribute("type") == "checkbox":
                output.Raw(element.HasAttribute("checked") ? "[x] " : "[ ] ");
                break;
            case "div" when PageHabits.IsTickedBox(element) is { } ticked:
                output.Raw(ticked ? "[x] " : "[ ] ");
                break;
            case "div" when element.ParentElement?.ClassList.Contains("callout") == true && element.NextElementSibling is not null:
                output.Text(Collapsed(element.TextContent) + " ");
                break;
            case "div" when element.ParentElement?.ClassList.Contains("callout") == true:
                Children(element, firstLine, depth);
                break;
            case var block when Blocks.Contains(block):
                output.Flush();
                Note(element);
                Children(element, firstLine, depth);
                output.Flush();
                break;
            default:
                Children(element, firstLine, depth);
                break;
        }
    }

    private void Heading(IElement element, int level, int firstLine, int depth)
    {
        output.Flush();
        inHeading = true;
        Children(element, firstLine, depth);
        inHeading = false;
        output.FlushAs(new string('#', level) + " ");
    }

    private void Parameter(IElement parameter)
    {
        if (PageHabits.Parameter(parameter) is { } words)
        {
            output.Raw(words);
        }
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

    private void WriteAround()
    {
        if (around.Count > 0)
        {
            output.Block("## ", "Additional information");
        }

        foreach (var words in around.Where(words => words.Length > 0))
        {
            output.Block("> ", words);
        }
    }

    private static string Collapsed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
