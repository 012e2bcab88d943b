using System.Text;

namespace Postmortems.Formats.Blocks;

/// <summary>The words of a line of Markdown without its marks.</summary>
internal static class PlainText
{
    public static string Of(string markdown)
    {
        var plain = new StringBuilder(markdown.Length);

        for (var i = 0; i < markdown.Length; i++)
        {
            var c = markdown[i];

            if (c == '\\' && i + 1 < markdown.Length && char.IsAsciiLetterOrDigit(markdown[i + 1]) is false)
            {
                plain.Append(markdown[++i]);
            }
            else if (c == '!' && i + 1 < markdown.Length && markdown[i + 1] == '[')
            {
                // The words of a picture are its alternative text.
            }
            else if (c == ']' && i + 1 < markdown.Length && markdown[i + 1] is '(' && Close(markdown, i + 1) is > 0 and var end)
            {
                i = end;
            }
            else if (c == '<' && Tag(markdown, i) is > 0 and var tagEnd)
            {
                i = tagEnd;
            }
            else if (c is not ('*' or '`' or '[' or ']') && !(c == '_' && IsEdge(markdown, i)) && !(c == '~' && IsPair(markdown, i)))
            {
                plain.Append(char.IsWhiteSpace(c) ? ' ' : c);
            }
        }

        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    // An address is short; looking far for its end would make hostile text slow.
    private static int Close(string text, int open)
    {
        var end = text.AsSpan(open, Math.Min(2000, text.Length - open)).IndexOf(')');

        return end < 0 ? -1 : open + end;
    }

    private static int Tag(string text, int open)
    {
        if (open + 1 >= text.Length || !(char.IsAsciiLetter(text[open + 1]) || text[open + 1] is '/' or '!'))
        {
            return -1;
        }

        var end = text.AsSpan(open, Math.Min(500, text.Length - open)).IndexOf('>');
        var inner = end < 0 ? [] : text.AsSpan(open + 1, end - 1);

        // <https://…> and <ada@example.org> are words.
        return end < 0 || inner.ContainsAny("@:") && !inner.Contains('=') ? -1 : open + end;
    }

    private static bool IsEdge(string text, int i) =>
        i == 0 || i == text.Length - 1 || !char.IsLetterOrDigit(text[i - 1]) || !char.IsLetterOrDigit(text[i + 1]);

    private static bool IsPair(string text, int i) =>
        (i > 0 && text[i - 1] == '~') || (i + 1 < text.Length && text[i + 1] == '~');
}
