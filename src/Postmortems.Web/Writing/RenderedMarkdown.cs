using System.Globalization;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Live;
using Postmortems.Domain.Writing.References;

namespace Postmortems.Web.Writing;

/// <summary>
/// A document as HTML that is safe to show, in parts: between them stand its live blocks. Raw HTML in the text is shown as
/// text, and whatever the renderer makes of the rest passes an allowlist.
/// </summary>
public static class RenderedMarkdown
{
    /// <param name="title">Already on the page; a first heading that only repeats it is left out.</param>
    /// <param name="references">What of the text's references exists and may be seen.</param>
    public static IReadOnlyList<RenderedPart> Of(string text, string? title = null, KnownReferences? references = null)
    {
        var document = Outline.Parse(text);
        LeaveOutTitle(document, title);
        StepHeadingsDown(document);

        var html = SafeHtml.Of(Outline.Render(document), references);
        var parts = new List<RenderedPart>();
        var from = 0;

        foreach (var fence in document.Descendants<LiveFence>().Where(fence => fence.Opens is not null))
        {
            // Within the text and within attributes this would be escaped, so only the renderer writes it.
            var room = string.Create(CultureInfo.InvariantCulture, $"<hr {LiveFence.PlaceAttribute}=\"{fence.Place}\">");

            if (html.IndexOf(room, from, StringComparison.Ordinal) is >= 0 and var at)
            {
                parts.Add(new RenderedPart(html[from..at], fence.Opens));
                from = at + room.Length;
            }
        }

        parts.Add(new RenderedPart(html[from..], null));
        return parts;
    }

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
/// <param name="LiveBlock">What stands after it, if anything.</param>
public sealed record RenderedPart(string Html, LiveBlock? LiveBlock);
