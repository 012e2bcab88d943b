using System.Text;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Home;

/// <summary>The one sentence that makes somebody read a postmortem: the first of its lessons, else of its summary.</summary>
public static class QuotedSentence
{
    private const int Shortest = 25;
    private const int Longest = 220;

    private static readonly string[] Telling = ["lesson", "learn", "surpris", "summary", "overview", "what happened"];

    public static string? Of(string text)
    {
        var document = Outline.Parse(text);
        return Telling.Select(word => Under(document, word)).OfType<string>().FirstOrDefault();
    }

    private static string? Under(MarkdownDocument document, string word)
    {
        var heading = document.OfType<HeadingBlock>().FirstOrDefault(heading => heading.Level > 1 && Words(heading.Inline).Contains(word, StringComparison.OrdinalIgnoreCase));

        return heading is null
            ? null
            : document.Skip(document.IndexOf(heading) + 1)
                .TakeWhile(block => block is not HeadingBlock next || next.Level > heading.Level)
                .SelectMany(Paragraphs)
                .Select(paragraph => First(Words(paragraph.Inline)))
                .OfType<string>()
                .FirstOrDefault();
    }

    private static IEnumerable<ParagraphBlock> Paragraphs(Block block) => block switch
    {
        ParagraphBlock paragraph => [paragraph],
        ListBlock or ListItemBlock or QuoteBlock => ((ContainerBlock)block).SelectMany(Paragraphs),
        _ => [],
    };

    /// <returns>Null for what is too short to say anything, such as "None."</returns>
    private static string? First(string words)
    {
        var end = -1;

        for (var at = words.IndexOfAny(['.', '!', '?']); at >= 0 && end < 0; at = words.IndexOfAny(['.', '!', '?'], at + 1))
        {
            if (at + 1 >= Shortest && (at + 1 == words.Length || words[at + 1] == ' '))
            {
                end = at + 1;
            }
        }

        var sentence = end > 0 ? words[..end] : words;
        return sentence.Length < Shortest ? null : Shortened.To(sentence, Longest);
    }

    private static string Words(ContainerInline? inlines)
    {
        var words = new StringBuilder();

        foreach (var inline in inlines?.Descendants() ?? [])
        {
            words.Append(inline switch
            {
                LiteralInline literal => literal.Content.ToString(),
                CodeInline code => code.Content,
                LineBreakInline => " ",
                _ => "",
            });
        }

        return words.ToString().Trim();
    }
}
