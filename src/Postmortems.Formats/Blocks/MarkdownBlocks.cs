using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Postmortems.Formats.Blocks;

/// <summary>Markdown by Markdig, block by block. Inlines stay as written: fields hold Markdown, and it keeps hostile text cheap.</summary>
internal static class MarkdownBlocks
{
    public const int DeepestNesting = 40;

    // Definitions of links ([a]: …) are text here; collecting them takes Markdig quadratic time.
    private const string NoDefinition = "\uE000:";

    private static readonly MarkdownPipeline Pipeline = WithoutInlines();

    /// <summary>Whether a line opens more lists and quotations in one another than anybody means.</summary>
    public static bool IsNestedTooDeeply(string line)
    {
        var marks = 0;

        foreach (var c in line)
        {
            if (c is '>' or '-' or '*' or '+')
            {
                marks++;
            }
            else if (c is not (' ' or '\t'))
            {
                break;
            }
        }

        return marks > DeepestNesting && line.AsSpan().Trim().IndexOfAnyExcept('-', '*', ' ') >= 0;
    }

    /// <param name="text">Lines ended by <c>\n</c>.</param>
    /// <param name="firstLine">The line of the source (from 0) on which the text starts.</param>
    /// <returns>Null when lists and quotations are nested more deeply than Markdig goes.</returns>
    public static List<Block>? Read(string text, int firstLine)
    {
        try
        {
            var document = Markdown.Parse(text.Replace("]:", NoDefinition, StringComparison.Ordinal), Pipeline);

            return [.. new Walk(text, LineStarts(text), firstLine).Of(document)];
        }
        catch (ArgumentException)
        {
            // Markdig has no other way to say that its depth limit is reached.
            return null;
        }
    }

    private static MarkdownPipeline WithoutInlines()
    {
        var builder = new MarkdownPipelineBuilder().UsePreciseSourceLocation();
        builder.InlineParsers.Clear();

        return builder.Build();
    }

    private static int[] LineStarts(string text)
    {
        var starts = new List<int> { 0 };

        for (var i = text.IndexOf('\n', StringComparison.Ordinal); i >= 0; i = text.IndexOf('\n', i + 1))
        {
            starts.Add(i + 1);
        }

        return [.. starts];
    }

    private sealed class Walk(string text, int[] starts, int firstLine)
    {
        public IEnumerable<Block> Of(ContainerBlock container)
        {
            foreach (var block in container)
            {
                foreach (var found in Of(block))
                {
                    yield return found;
                }
            }
        }

        private IEnumerable<Block> Of(Markdig.Syntax.Block block)
        {
            switch (block)
            {
                case HeadingBlock heading:
                    return [OfHeading(heading)];
                case ParagraphBlock paragraph:
                    return OfParagraph(LinesOf(paragraph), First(block));
                case ListBlock list:
                    return [OfList(list)];
                case QuoteBlock:
                    return [new Verbatim(VerbatimKind.Quote, First(block), Last(block))];
                case CodeBlock:
                    return [new Verbatim(VerbatimKind.Code, First(block), Last(block))];
                case HtmlBlock html:
                    return [new Verbatim(html.Type == HtmlBlockType.Comment ? VerbatimKind.Comment : VerbatimKind.Html, First(block), Last(block))];
                case ThematicBreakBlock:
                    return [new Verbatim(VerbatimKind.Rule, First(block), Last(block))];
                default:
                    return [];
            }
        }

        private Block OfHeading(HeadingBlock heading)
        {
            var lines = LinesOf(heading);

            // A rule right below a paragraph makes a heading of it by the letter; a long one was not meant.
            if (heading.IsSetext && (lines.Length > 1 || lines[0].Length > 100 || lines[0].EndsWith('.')))
            {
                return new Paragraph(lines, First(heading), First(heading) + lines.Length - 1);
            }

            return new Heading(heading.Level, lines[0].Trim(), First(heading), Last(heading));
        }

        private static IEnumerable<Block> OfParagraph(string[] lines, int first)
        {
            var start = 0;

            for (var i = 0; i < lines.Length; i++)
            {
                if (PipeTable.TryTake(lines, i, first, out var next) is not { } table)
                {
                    continue;
                }

                if (i > start)
                {
                    yield return new Paragraph(lines[start..i], first + start, first + i - 1);
                }

                yield return table;
                start = next;
                i = next - 1;
            }

            if (start < lines.Length)
            {
                yield return new Paragraph(lines[start..], first + start, first + lines.Length - 1);
            }
        }

        private ItemList OfList(ListBlock list)
        {
            var items = list.OfType<ListItemBlock>().Select(OfItem).ToList();

            return new ItemList(list.IsOrdered, items, First(list), items.Count == 0 ? First(list) : items[^1].Last);
        }

        private Item OfItem(ListItemBlock item)
        {
            var blocks = Of((ContainerBlock)item).ToList();
            bool? isChecked = null;

            if (blocks is [Paragraph opening, ..] && Checkbox.TryTake(opening.Lines[0], out var ticked, out var rest))
            {
                isChecked = ticked;
                blocks[0] = opening with { Lines = [rest, .. opening.Lines[1..]] };
            }

            return new Item(isChecked, blocks, First(item), blocks.Count == 0 ? First(item) : blocks[^1].Last);
        }

        private static string[] LinesOf(LeafBlock leaf)
        {
            var content = leaf.Inline?.FirstChild is LiteralInline literal ? literal.Content.ToString().Replace(NoDefinition, "]:", StringComparison.Ordinal) : "";

            return [.. content.Split('\n').Select(line => line.TrimEnd())];
        }

        // Markdig counts a heading of two lines on its second one, the rule.
        private int First(Markdig.Syntax.Block block) => firstLine + (block is HeadingBlock { IsSetext: true } ? LineAt(block.Span.Start) : block.Line);

        private int Last(Markdig.Syntax.Block block) => Math.Max(First(block), firstLine + LineAt(block.Span.End));

        private int LineAt(int position)
        {
            var line = Array.BinarySearch(starts, Math.Clamp(position, 0, Math.Max(0, text.Length - 1)));

            return line < 0 ? ~line - 1 : line;
        }
    }
}
