using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Postmortems.Language;

/// <summary>Finds what people said in their own voice: paragraphs, headings, list items and cells, but no code, quotation, link or comment.</summary>
internal static class Prose
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UsePipeTables().UseYamlFrontMatter().Build();

    /// <returns>Where prose stands in the text, in order; UTF-16 units.</returns>
    public static IEnumerable<Range> In(string markdown)
    {
        if (Parse(markdown) is not { } document)
        {
            yield return new Range(0, markdown.Length);
            yield break;
        }

        foreach (var leaf in document.Descendants<LeafBlock>())
        {
            if (leaf.Inline is null || IsQuoted(leaf))
            {
                continue;
            }

            foreach (var inline in leaf.Inline.Descendants().OfType<LiteralInline>())
            {
                if (inline.Span is { IsEmpty: false } span && span.End < markdown.Length)
                {
                    yield return new Range(span.Start, span.End + 1);
                }
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

    private static bool IsQuoted(Block? block)
    {
        for (; block is not null; block = block.Parent)
        {
            if (block is QuoteBlock)
            {
                return true;
            }
        }

        return false;
    }
}
