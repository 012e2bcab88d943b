using AngleSharp.Dom;

namespace Postmortems.Formats.Blocks.Pages;

/// <summary>What stands within a line of a page: emphasis, code, links, pictures, boxes to tick.</summary>
internal sealed class PageInlines(PageWalk walk, MarkdownLines output, PageStyles styles)
{
    /// <summary>Headings are emphasis by themselves.</summary>
    public bool InHeading { get; set; }

    /// <returns>False for elements that stand for more than words.</returns>
    public bool TryWrite(IElement element, int depth)
    {
        switch (element.LocalName)
        {
            case "br":
                output.Break();
                break;
            case "img":
                output.Raw(PageHabits.IsSign(element) ? "" : PageWords.Picture(element));
                break;
            case "b" when (element.GetAttribute("style") ?? "").Contains("font-weight:normal", StringComparison.Ordinal):
                walk.Children(element, depth);
                break;
            case "b" or "strong":
                Marked("**", element, depth);
                break;
            case "i" or "em":
                Marked("*", element, depth);
                break;
            case "del" or "s" or "strike":
                Marked("~~", element, depth);
                break;
            case "code" or "kbd" or "samp" or "tt":
                output.Code(PageWords.OfCode(element));
                break;
            case "span":
                Span(element, depth);
                break;
            case "a":
                Link(element, depth);
                break;
            case "input" when element.GetAttribute("type") == "checkbox":
                output.Raw(Box(element.HasAttribute("checked")));
                break;
            case "div" when PageHabits.IsTickedBox(element) is { } ticked:
                output.Raw(Box(ticked));
                break;
            case "div" when element.ParentElement?.HasClass("callout") == true:
                Callout(element, depth);
                break;
            default:
                return false;
        }

        return true;
    }

    private static string Box(bool isTicked) => isTicked ? "[x] " : "[ ] ";

    private void Marked(string mark, IElement element, int depth) => output.Marked(mark, () => walk.Children(element, depth));

    private void Span(IElement span, int depth)
    {
        if (PageHabits.IsOneOfSeveral(span))
        {
            walk.Children(span, depth);
            output.Text(", ");
        }
        else if (!InHeading && styles.MarkOf(span) is { Length: > 0 } mark)
        {
            Marked(mark, span, depth);
        }
        else
        {
            walk.Children(span, depth);
        }
    }

    private void Link(IElement link, int depth)
    {
        if (InHeading && PageHabits.IsCommentSign(link))
        {
            return;
        }

        if (link.GetAttribute("href") is { Length: > 0 } href && PageHabits.Address(href) is { } address && !link.Children.Any(PageWalk.IsBlock))
        {
            output.Linked(address, () => walk.Children(link, depth));
        }
        else
        {
            walk.Children(link, depth);
        }
    }

    // The sign before the words of a callout, then the words.
    private void Callout(IElement piece, int depth)
    {
        if (piece.NextElementSibling is not null)
        {
            output.Text(PageWords.Collapsed(piece.TextContent) + " ");
        }
        else
        {
            walk.Children(piece, depth);
        }
    }
}
