using static Postmortems.Formats.Times.TextAt;

namespace Postmortems.Formats.Times;

/// <summary>What stands around a time: Markdown's marks, brackets, separators and words such as "about".</summary>
internal static class MomentMarks
{
    private static readonly string[] LeadingWords = ["at ", "on ", "from ", "by ", "since ", "before ", "after ", "date: ", "time: ", "date ", "um ", "ab ", "am ", "le ", "à ", "el ", "a las ", "and "];

    /// <summary>Moves to where the time may begin.</summary>
    /// <param name="about">The words and signs on the way that make it inexact.</param>
    public static int SkipMarks(string text, int at, out string marks, out string about)
    {
        about = "";
        var start = at;

        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '*' or '_' or '`' or '[' or '(' or '<' or '~' or '≈' or '"' or '∼' or '•'))
        {
            var isStrike = text[at] == '~' && (At(text, at + 1) == '~' || (at > 0 && text[at - 1] == '~'));
            about += Approximation.IsSign(text[at]) && !isStrike ? text[at] : "";
            at++;
        }

        marks = text[start..at];

        for (var moved = true; moved;)
        {
            moved = false;

            if (Approximation.WordBefore(text, at) is > 0 and var word)
            {
                about += text[at..(at + word)];
                at += word;
                moved = true;
            }
            else if (WordLength(text, at, LeadingWords) is > 0 and var leading)
            {
                at += leading;
                moved = true;
            }

            while (Approximation.IsSign(At(text, at)) || (At(text, at) == '?' && char.IsAsciiDigit(At(text, at + 1))))
            {
                about += text[at];
                at++;
            }
        }

        return at;
    }

    /// <summary>What follows the time: closing marks that were opened before it and separators are gone, marks left open are put back.</summary>
    public static string RestAfter(string text, int at, string marks)
    {
        var open = new Stack<char>(marks.Where(mark => !char.IsWhiteSpace(mark) && mark is not ('~' or '≈' or '∼' or '•')));

        while (at < text.Length)
        {
            var c = text[at];

            // A footnote at the time is not the event.
            if (c == '[' && at + 1 < text.Length && text[at + 1] == '^' && text.AsSpan(at, Math.Min(20, text.Length - at)).IndexOf(']') is > 0 and var note)
            {
                at += note + 1;
            }
            else if (open.Count > 0 && c == Closing(open.Peek()))
            {
                open.Pop();
                at++;

                // [14:05](https://…) links the time.
                if (c == ']' && at < text.Length && text[at] == '(' && text.IndexOf(')', at) is > 0 and var end && end - at < 2000)
                {
                    at = end + 1;
                }
            }
            else if (char.IsWhiteSpace(c) || c is ':' or '-' or '–' or '—' or '|' or ',' or '=' or '→' or '：' || (c is '.' or ')' && at + 1 < text.Length && text[at + 1] is ' '))
            {
                at++;
            }
            else
            {
                break;
            }
        }

        var rest = text[at..].TrimEnd();

        if (rest.Length == 0 || open.Count == 0)
        {
            return rest;
        }

        // [14:05 text] as a whole
        if (open.Contains('[') && rest.EndsWith(']') && rest.AsSpan(0, rest.Length - 1).IndexOf('[') < 0)
        {
            return rest[..^1];
        }

        return new string([.. open.Where(mark => mark is '*' or '_' or '`' && Count(rest, mark) % 2 == open.Count(o => o == mark) % 2)]) is { Length: > 0 } reopened ? reopened + rest : rest;
    }

    private static int Count(string text, char mark) => text.AsSpan().Count(mark);

    private static char Closing(char mark) => mark switch
    {
        '[' => ']',
        '(' => ')',
        '<' => '>',
        _ => mark,
    };
}
