using Postmortems.Formats.Blocks;

namespace Postmortems.Formats.Headings;

/// <summary>Templates explain a part in a paragraph set wholly in italics.</summary>
internal static class Hint
{
    public static bool Is(Paragraph paragraph)
    {
        var text = paragraph.Markdown.Trim();

        return text.Length > 20
            && text[0] is '*' or '_' && text[1] != text[0]
            && text[^1] == text[0] && text[^2] != text[0]
            && text.AsSpan(1, text.Length - 2).IndexOf(text[0]) < 0
            && !text.Contains("times", StringComparison.OrdinalIgnoreCase);
    }
}
