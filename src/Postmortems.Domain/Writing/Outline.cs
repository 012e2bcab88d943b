using System.Globalization;
using System.Text;
using Markdig;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Postmortems.Domain.Writing.Drafts;
using Postmortems.Domain.Writing.Live;

namespace Postmortems.Domain.Writing;

/// <summary>The headings of a document, each with the id that it has on every page which shows it.</summary>
public static class Outline
{
    private static readonly MarkdownPipeline Pipeline = MakePipeline();

    public static IReadOnlyList<OutlineHeading> Of(string text)
    {
        var document = Parse(text);
        var headings = document.OfType<HeadingBlock>().ToList();

        return [.. headings.Select((heading, i) => new OutlineHeading(
            heading.GetAttributes().Id!,
            Words(heading),
            heading.Level,
            heading.Line + 1,
            IsEmpty(document, heading, headings.ElementAtOrDefault(i + 1))))];
    }

    /// <summary>The parsed text with an id on every heading, for those who render it.</summary>
    public static MarkdownDocument Parse(string text)
    {
        var document = Read(text);
        var taken = new HashSet<string>(StringComparer.Ordinal);

        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            heading.GetAttributes().Id = Free(IdOf(Words(heading)), taken);
        }

        return document;
    }

    public static string Render(MarkdownDocument document)
    {
        using var html = new StringWriter();
        var renderer = new HtmlRenderer(html);
        Pipeline.Setup(renderer);
        renderer.ObjectRenderers.Add(new LiveFenceRenderer());
        renderer.Render(document);
        return html.ToString();
    }

    private static MarkdownPipeline MakePipeline()
    {
        var builder = new MarkdownPipelineBuilder()
            .DisableHtml()
            .UsePipeTables()
            .UseTaskLists()
            .UseAutoLinks()
            .UseFootnotes()
            .UseEmphasisExtras();

        builder.BlockParsers.Insert(0, new LiveFenceParser());
        return builder.Build();
    }

    private static MarkdownDocument Read(string text)
    {
        if (MadeToBeSlow.Is(text))
        {
            return AsItStands(text);
        }

        try
        {
            var document = Markdown.Parse(text, Pipeline);
            LiveFences.Settle(document);
            return document;
        }
        catch (ArgumentException)
        {
            // Nested deeper than Markdig follows, so nobody wrote it as Markdown.
            return AsItStands(text);
        }
    }

    private static MarkdownDocument AsItStands(string text) => Markdown.Parse("    " + text.Replace("\n", "\n    ", StringComparison.Ordinal), Pipeline);

    /// <summary>The prefix keeps a heading called "content" apart from the page's own ids.</summary>
    public static string IdOf(string heading)
    {
        var id = new StringBuilder("part-");

        foreach (var letter in heading.Normalize(NormalizationForm.FormC).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter))
            {
                id.Append(letter);
            }
            else if (letter is ' ' or '-' or '_' && id[^1] != '-')
            {
                id.Append('-');
            }
        }

        return id.ToString().TrimEnd('-');
    }

    private static string Free(string id, HashSet<string> taken)
    {
        var free = id;

        for (var n = 2; !taken.Add(free); n++)
        {
            free = string.Create(CultureInfo.InvariantCulture, $"{id}-{n}");
        }

        return free;
    }

    private static string Words(HeadingBlock heading)
    {
        var words = new StringBuilder();

        foreach (var inline in heading.Inline?.Descendants() ?? [])
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

    /// <summary>A heading is empty when the next one of its level or above follows at once; one that only holds lesser headings is not.</summary>
    private static bool IsEmpty(MarkdownDocument document, HeadingBlock heading, HeadingBlock? next)
    {
        if (next is not null && next.Level > heading.Level)
        {
            return false;
        }

        var after = document.IndexOf(heading) + 1;
        return after == document.Count || document[after] == next || document.Skip(after).TakeWhile(block => block != next).All(block => block is LinkReferenceDefinitionGroup || OpenQuestion.Is(block));
    }
}

/// <param name="Line">Counted from one.</param>
public sealed record OutlineHeading(string Id, string Words, int Level, int Line, bool IsEmpty);
