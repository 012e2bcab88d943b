using Markdig;

namespace Postmortems.Domain.Patterns;

/// <summary>A statement as it is read aloud: without the marks and addresses of Markdown, on one line.</summary>
internal static class QuotedWords
{
    /// <summary>What looks like a tag is a word that somebody wrote, such as &lt;none&gt;.</summary>
    private static readonly MarkdownPipeline WithoutTags = new MarkdownPipelineBuilder().DisableHtml().Build();

    public static string Of(string markdown) => string.Join(' ', Markdown.ToPlainText(markdown, WithoutTags).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
