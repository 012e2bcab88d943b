namespace Postmortems.PatternEngine.Words;

/// <summary>Where tokens, the parts of identifiers, and addresses begin and end.</summary>
internal static class Letters
{
    public static bool IsPart(char letter) => char.IsLetterOrDigit(letter);

    public static bool JoinsParts(string text, int at) =>
        text[at] is '_' or '-' or '.' or '\'' or '’'
        && at + 1 < text.Length && IsPart(text[at + 1]) && IsPart(text[at - 1]);

    /// <summary>Links, mail addresses and mentions: they name a place or a person, never a cause.</summary>
    public static bool IsAddress(string text, int start, int end, out int past)
    {
        past = end;
        var next = end < text.Length ? text[end] : ' ';

        if (next != '@' && (start == 0 || text[start - 1] != '@') && (next != ':' || string.CompareOrdinal(text, end, "://", 0, 3) != 0))
        {
            return false;
        }

        while (past < text.Length && !char.IsWhiteSpace(text[past]))
        {
            past++;
        }

        return true;
    }

    public static int EndOfPart(string text, int start, int end)
    {
        var at = start + 1;

        while (at < end && char.IsLetter(text[at]) && !StartsHump(text, start, at, end))
        {
            at++;
        }

        return at;
    }

    /// <summary>fooBar, FOOBar: a capital after a small letter, or the last capital before a small one.</summary>
    private static bool StartsHump(string text, int start, int at, int end) =>
        char.IsUpper(text[at])
        && (char.IsLower(text[at - 1])
            || (at - start > 1 && at + 2 < end && char.IsLower(text[at + 1]) && char.IsLower(text[at + 2])));

    public static bool HasHump(string text, int start, int end)
    {
        for (var at = start + 1; at < end; at++)
        {
            if (StartsHump(text, start, at, end))
            {
                return true;
            }
        }

        return false;
    }
}
