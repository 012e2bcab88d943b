using Markdig;

namespace Postmortems.Domain.Patterns;

/// <summary>A statement as it is read aloud: without the marks and addresses of Markdown, on one line.</summary>
internal static class QuotedWords
{
    public static string Of(string markdown) => string.Join(' ', Markdown.ToPlainText(markdown).Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
}
