using Markdig.Renderers.Html;
using Markdig.Syntax;
using Postmortems.Domain.Writing;

namespace Postmortems.Web.Writing;

/// <summary>
/// A document as HTML that is safe to show, in parts: between them stand its live blocks. Raw HTML in the text is shown as
/// text, and whatever the renderer makes of the rest passes an allowlist.
/// </summary>
public static class RenderedMarkdown
{
    /// <param name="title">Already on the page; a first heading that only repeats it is left out.</param>
    public static IReadOnlyList<RenderedPart> Of(string text, string? title = null)
    {
        var document = Outline.Parse(text);
        LeaveOutTitle(document, title);
        StepHeadingsDown(document);

        var parts = new List<RenderedPart>();
        var stretch = new List<Block>();

        foreach (var block in document)
        {
            if (LiveBlock.NameOf(block) is { } live)
            {
                parts.Add(new RenderedPart(Html(stretch), live));
                stretch.Clear();
            }
            else
            {
                stretch.Add(block);
            }
        }

        parts.Add(new RenderedPart(Html(stretch), null));
        return parts;
    }

    private static string Html(List<Block> blocks) => blocks.Count == 0 ? "" : SafeHtml.Of(Outline.Render(blocks));

    private static void LeaveOutTitle(MarkdownDocument document, string? title)
    {
        if (document.FirstOrDefault() is HeadingBlock { Level: 1 } first && title is not null && first.GetAttributes().Id == Outline.IdOf(title))
        {
            document.Remove(first);
        }
    }

    /// <summary>The page's own title is the only heading of level one, and no level is skipped on the way down.</summary>
    private static void StepHeadingsDown(MarkdownDocument document)
    {
        var headings = document.Descendants<HeadingBlock>().ToList();
        var step = headings.Exists(heading => heading.Level == 1) ? 1 : 0;
        var above = 1;

        foreach (var heading in headings)
        {
            heading.Level = Math.Min(Math.Min(heading.Level + step, above + 1), 6);
            above = heading.Level;
        }
    }
}

/// <param name="Html">Safe to show.</param>
/// <param name="LiveBlock">Name of the live block that stands after it, if any.</param>
public sealed record RenderedPart(string Html, string? LiveBlock);
