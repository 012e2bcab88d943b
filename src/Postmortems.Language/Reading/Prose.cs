using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Postmortems.Language.Reading;

/// <summary>Finds what people said in their own voice: paragraphs, headings, items and cells, but no quotation, log, instruction or comment.</summary>
internal static class Prose
{
    /// <summary>Stands for a unit of code: a thing can be the subject of a sentence, so it must not vanish.</summary>
    public const char Code = '\uFFFC';

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UsePipeTables().UseYamlFrontMatter().Build();

    public static IEnumerable<Passage> In(string markdown, Sections sections)
    {
        if (Parse(markdown) is not { } document)
        {
            yield return new Passage(0, markdown, null);
            yield break;
        }

        foreach (var leaf in document.Descendants<LeafBlock>())
        {
            if (leaf.Inline is null || Of(leaf.Inline, markdown) is not { } prose)
            {
                continue;
            }

            var section = sections.After(leaf, prose.Text);

            if (section != Sections.People && !Zones.IsForeign(leaf, prose.Text, sections))
            {
                yield return new Passage(prose.Start, prose.Text, section);
            }
        }
    }

    /// <returns>Null for what is nested deeper than Markdig follows; nobody wrote that by hand, so it is read as it stands.</returns>
    private static MarkdownDocument? Parse(string markdown)
    {
        try
        {
            return Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static (int Start, string Text)? Of(ContainerInline inlines, string markdown)
    {
        var (first, last) = (int.MaxValue, -1);
        var spoken = inlines.Descendants().Where(inline => inline is LiteralInline or CodeInline or AutolinkInline && !inline.Span.IsEmpty && inline.Span.End < markdown.Length).ToList();

        foreach (var inline in spoken)
        {
            (first, last) = (Math.Min(first, inline.Span.Start), Math.Max(last, inline.Span.End));
        }

        if (last < first)
        {
            return null;
        }

        var text = new char[last - first + 1];
        Array.Fill(text, ' ');

        foreach (var inline in spoken)
        {
            var into = text.AsSpan(inline.Span.Start - first, inline.Span.Length);

            if (inline is LiteralInline)
            {
                markdown.AsSpan(inline.Span.Start, inline.Span.Length).CopyTo(into);
            }
            else
            {
                into.Fill(Code);
            }
        }

        return (first, new string(text));
    }
}
