namespace Postmortems.Language.Reading;

/// <summary>
/// Blanks what is not said inside a paragraph: emphasis, links' addresses, tags; code becomes a thing. One pass with bounded looks ahead,
/// because the general reading of links takes time square in the length of a hostile line.
/// </summary>
internal static class Inlines
{
    private const int LongestTag = 500;
    private const int LongestAddress = 1000;

    public static void Blank(char[] text)
    {
        var lengths = RunsOfBackticks(text);

        for (var at = 0; at < text.Length; at++)
        {
            switch (text[at])
            {
                case '\\' when at + 1 < text.Length && char.IsPunctuation(text[at + 1]):
                    text[at++] = ' ';
                    break;
                case '`':
                    at = CodeFrom(text, at, lengths);
                    break;
                case '<':
                    at = TagFrom(text, at);
                    break;
                case ']' when at + 1 < text.Length && text[at + 1] == '(':
                    at = AddressFrom(text, at);
                    break;
                case '[' or ']' or '*' or '~':
                    text[at] = ' ';
                    break;
                case '_' when !(at > 0 && at + 1 < text.Length && char.IsLetterOrDigit(text[at - 1]) && char.IsLetterOrDigit(text[at + 1])):
                    text[at] = ' ';
                    break;
            }
        }
    }

    /// <returns>By the length of a run of backticks, where such runs begin.</returns>
    private static Dictionary<int, Queue<int>> RunsOfBackticks(char[] text)
    {
        var runs = new Dictionary<int, Queue<int>>();

        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '`')
            {
                var length = RunAt(text, at);
                runs.TryAdd(length, new Queue<int>());
                runs[length].Enqueue(at);
                at += length - 1;
            }
        }

        return runs;
    }

    private static int CodeFrom(char[] text, int at, Dictionary<int, Queue<int>> runs)
    {
        var length = RunAt(text, at);

        // Inside of what was blanked a run can be shorter than it was.
        var same = runs.GetValueOrDefault(length);

        while (same?.TryPeek(out var begins) == true && begins <= at)
        {
            same.Dequeue();
        }

        var end = same?.TryPeek(out var closing) == true ? closing + length : -1;

        if (end < 0)
        {
            Array.Fill(text, ' ', at, length);
            return at + length - 1;
        }

        Array.Fill(text, Prose.Code, at, end - at);
        return end - 1;
    }

    private static int RunAt(char[] text, int at)
    {
        var end = at;

        while (end < text.Length && text[end] == '`')
        {
            end++;
        }

        return end - at;
    }

    private static int TagFrom(char[] text, int at)
    {
        if (at + 1 >= text.Length || !(char.IsLetter(text[at + 1]) || text[at + 1] is '/' or '!'))
        {
            return at;
        }

        var end = Array.IndexOf(text, '>', at, Math.Min(LongestTag, text.Length - at));

        if (end < 0)
        {
            return at;
        }

        var isAddress = text.AsSpan(at, end - at).IndexOf("://") > 0;
        Array.Fill(text, isAddress ? Prose.Code : ' ', at, end - at + 1);
        return end;
    }

    private static int AddressFrom(char[] text, int at)
    {
        var depth = 0;

        for (var end = at + 1; end < text.Length && end - at < LongestAddress; end++)
        {
            depth += text[end] switch { '(' => 1, ')' => -1, _ => 0 };

            if (depth == 0)
            {
                Array.Fill(text, ' ', at, end - at + 1);
                return end;
            }
        }

        text[at] = ' ';
        return at;
    }
}
