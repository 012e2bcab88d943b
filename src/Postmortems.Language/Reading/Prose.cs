using Markdig;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Postmortems.Language.Reading;

/// <summary>Finds what people said in their own voice: paragraphs, headings, items and cells, but no quotation, log, instruction or comment.</summary>
internal static class Prose
{
    /// <summary>Stands for a unit of code: a thing can be the subject of a sentence, so it must not vanish.</summary>
    public const char Code = '\uFFFC';

    private static readonly MarkdownPipeline Pipeline = BlocksOnly();

    public static IEnumerable<Passage> In(string markdown, Sections sections, PromisedPlaces promises)
    {
        if (Parse(markdown) is not { } document)
        {
            yield return new Passage(0, markdown, null);
            yield break;
        }

        foreach (var leaf in document.Descendants<LeafBlock>())
        {
            if (leaf.Inline is null || Zones.IsQuoted(leaf) || Lines(leaf.Inline, markdown) is not { } raw)
            {
                continue;
            }

            var said = raw.Text.ToCharArray();
            Inlines.Blank(said);
            var text = new string(said);
            var section = sections.After(leaf, text);
            promises.After(leaf, text);

            if (section == Sections.People || Zones.IsInstruction(raw.Text) || Zones.IsChat(raw.Text))
            {
                continue;
            }

            if (leaf is ParagraphBlock && Cells.IsTable(text))
            {
                foreach (var cell in Cells.Of(text, sections, promises))
                {
                    yield return cell with { Start = raw.Start + cell.Start, Section = section };
                }
            }
            else
            {
                yield return new Passage(raw.Start, text, section, promises.IsItem(leaf, raw.Text) ? text : null);
            }
        }
    }

    private static MarkdownPipeline BlocksOnly()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation().UseYamlFrontMatter();
        builder.InlineParsers.Clear();
        builder.InlineParsers.Add(new LineBreakInlineParser());
        return builder.Build();
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

    /// <returns>The lines of a leaf where they stand in the document; what stands before each of them is blank.</returns>
    private static (int Start, string Text)? Lines(ContainerInline inlines, string markdown)
    {
        var (first, last) = (int.MaxValue, -1);

        foreach (var inline in inlines)
        {
            if (!inline.Span.IsEmpty && inline.Span.End < markdown.Length)
            {
                (first, last) = (Math.Min(first, inline.Span.Start), Math.Max(last, inline.Span.End));
            }
        }

        if (last < first)
        {
            return null;
        }

        var text = new char[last - first + 1];
        Array.Fill(text, ' ');

        foreach (var inline in inlines)
        {
            if (!inline.Span.IsEmpty && inline.Span.End < markdown.Length)
            {
                markdown.AsSpan(inline.Span.Start, inline.Span.Length).CopyTo(text.AsSpan(inline.Span.Start - first));
            }
        }

        return (first, new string(text));
    }
}
