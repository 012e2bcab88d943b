using System.Text.RegularExpressions;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Postmortems.Domain.Writing.Live;

/// <summary>
/// Brings the lines that open and end live blocks together. A block that nobody ended is its first line only, and words that
/// stand inside one are shown below its data: a forgotten ":::" never swallows what somebody wrote.
/// </summary>
internal static class LiveFences
{
    private static readonly Regex Older = new(@"^\{\{(?<name>[a-z-]+)\}\}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    public static void Settle(MarkdownDocument document)
    {
        foreach (var container in document.Descendants<ContainerBlock>().Prepend(document).ToList())
        {
            ReplaceOlder(container);
            Pair(container);
        }

        foreach (var (place, fence) in document.Descendants<LiveFence>().Where(fence => fence.Opens is not null).Index())
        {
            fence.Place = place;
        }
    }

    private static void ReplaceOlder(ContainerBlock container)
    {
        for (var i = 0; i < container.Count; i++)
        {
            if (container[i] is ParagraphBlock { Inline.FirstChild: LiteralInline { NextSibling: null } only } paragraph
                && Older.Match(only.Content.ToString().Trim()) is { Success: true } match && LiveBlock.All.Contains(match.Groups["name"].Value))
            {
                container[i] = new LiveFence(match.Value, LiveBlock.Read(match.Groups["name"].Value, "", match.Value), null) { Line = paragraph.Line, Span = paragraph.Span };
            }
        }
    }

    private static void Pair(ContainerBlock container)
    {
        for (var i = 0; i < container.Count; i++)
        {
            if (container[i] is not LiveFence { Opens: { } opens } fence)
            {
                continue;
            }

            fence.LastLine = fence.Line;

            var end = i + 1;

            while (end < container.Count && container[end] is not (HeadingBlock or LiveFence))
            {
                end++;
            }

            if (end == container.Count || container[end] is not LiveFence { Opens: null })
            {
                continue;
            }

            fence.LastLine = container[end].Line;
            container.RemoveAt(end);

            for (var inside = end - 1; inside > i && opens is { IsWrittenOut: true, Problem: null }; inside--)
            {
                container.RemoveAt(inside);
            }
        }
    }
}
