namespace Postmortems.Formats.Times;

/// <summary>Reads the time that a line starts or ends with, in any order of day, time and zone, with marks around it.</summary>
internal static class MomentScanner
{
    private const int LongestMoment = 120;

    private static readonly string[] AboutWords = ["about ", "around ", "approximately ", "approx. ", "approx ", "roughly ", "circa ", "ca. ", "c. ", "about: ", "gegen ", "vers ", "environ "];

    private static readonly string[] LeadingWords = ["at ", "on ", "from ", "by ", "since ", "before ", "after ", "date: ", "time: ", "date ", "um ", "ab ", "am ", "le ", "à ", "el ", "a las ", "and "];

    public static WrittenMoment? AtStart(string text)
    {
        var at = SkipMarks(text, 0, out var marks, out var isAbout);

        return Take(text, at, marks, isAbout);
    }

    /// <summary>A time with a day or a zone that ends the text, with what stands before it as the rest.</summary>
    public static WrittenMoment? AtEnd(string text)
    {
        var trimmed = text.TrimEnd().TrimEnd('.', ')', ':', '*', '_');
        var from = Math.Max(0, trimmed.Length - 60);

        for (var i = from; i < trimmed.Length; i++)
        {
            if (!char.IsLetterOrDigit(trimmed[i]) || (i > 0 && char.IsLetterOrDigit(trimmed[i - 1])))
            {
                continue;
            }

            var tail = trimmed[i..];

            if (Take(tail, 0, "", false) is { Clock: not null, Rest.Length: 0 } moment && (moment.Date is not null || moment.Zone is not null || tail.Length <= 8))
            {
                return moment with { Rest = trimmed[..i].TrimEnd(' ', ':', '-', '–', '—', '(', '*', '_', ',', '@') };
            }
        }

        return null;
    }

    private static WrittenMoment? Take(string text, int start, string marks, bool isAbout)
    {
        var at = start;
        var limit = Math.Min(text.Length, start + LongestMoment);
        WrittenDate? date = DateScanner.TryTake(text, ref at);
        WrittenClock? clock = null;
        WrittenZone? zone = null;
        var isUnknown = false;

        var next = date is null ? at : SkipBetween(text, at, ref isAbout);

        if (ClockScanner.TryTake(text, ref next) is { } found)
        {
            clock = found;
            at = next;
        }
        else if (date is not null && ClockScanner.TryTakeUnknown(text, ref next))
        {
            isUnknown = true;
            at = next;
        }

        if (date is null && clock is null)
        {
            return null;
        }

        if (clock is not null)
        {
            zone = TakeZone(text, ref at);
            TakeRangeEnd(text, ref at, ref clock, ref zone);

            if (date is null)
            {
                next = SkipBetween(text, at, ref isAbout);
                date = next > at ? DateScanner.TryTake(text, ref next) : null;
                at = date is null ? at : next;
            }
        }
        else
        {
            TakeDateRangeEnd(text, ref at);
        }

        // A number such as 2.5.2023-rc or a word glued to the time is something else.
        if (at > limit || (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '%' or '/')))
        {
            return null;
        }

        var written = text[start..at];

        return new WrittenMoment(date, clock, zone, TakeApproximately(text, ref at) || isAbout, isUnknown, written, RestAfter(text, at, marks));
    }

    private static WrittenZone? TakeZone(string text, ref int at)
    {
        var i = at;

        while (i < text.Length && text[i] is ' ' or '\u00A0' or '(' or '[')
        {
            i++;
        }

        // "14:05 -0700" is an offset; "14:05 - 5 pods" and "14:05 - 14:20" are not.
        if (i < text.Length && text[i] is '+' or '-' && (i + 2 >= text.Length || !char.IsAsciiDigit(text[i + 1]) || !char.IsAsciiDigit(text[i + 2])))
        {
            return null;
        }

        if (i < text.Length && text[i] is '-' && LooksLikeClock(text, i + 1))
        {
            return null;
        }

        var opened = i > at && text[i - 1] is '(' or '[';

        if (ZoneScanner.TryTake(text, ref i) is not { } zone)
        {
            return null;
        }

        if (opened && (i >= text.Length || text[i] is not (')' or ']')))
        {
            return null;
        }

        at = opened ? i + 1 : i;

        return zone;
    }

    private static bool LooksLikeClock(string text, int at)
    {
        var i = at;

        // -07:00 could be the end of a range as well; after a time without a day it is one.
        return ClockScanner.TryTake(text, ref i) is { Hour: > 14 } or { Minute: not (0 or 30 or 45) };
    }

    private static void TakeRangeEnd(string text, ref int at, ref WrittenClock? clock, ref WrittenZone? zone)
    {
        var i = at;

        while (i < text.Length && text[i] is ' ')
        {
            i++;
        }

        if (i < text.Length && text[i] is '-' or '–' or '—' or '~' or '→')
        {
            i++;
        }
        else if (WordLength(text, i, "to ", "until ", "till ", "bis ", "à ", "and ") is > 0 and var length)
        {
            i += length;
        }
        else
        {
            return;
        }

        while (i < text.Length && text[i] is ' ' or '>' or '~')
        {
            i++;
        }

        var afterDate = i;

        if (DateScanner.TryTake(text, ref afterDate) is not null)
        {
            while (afterDate < text.Length && text[afterDate] is ' ' or 'T')
            {
                afterDate++;
            }

            i = afterDate;
        }

        if (ClockScanner.TryTake(text, ref i) is not { } end)
        {
            return;
        }

        at = i;
        zone ??= TakeZone(text, ref at);

        if (end.HasMeridiem && clock is { HasMeridiem: false, Hour: <= 12 } begin && end.Hour >= 12 && begin.Hour % 12 <= end.Hour % 12)
        {
            clock = begin with { Hour = (begin.Hour % 12) + 12, HasMeridiem = true };
        }
    }

    // 2024-05-06 - 2024-05-09 and May 12 to May 14
    private static void TakeDateRangeEnd(string text, ref int at)
    {
        var i = at;

        while (i < text.Length && text[i] is ' ' or '-' or '–' or '—')
        {
            i++;
        }

        i += WordLength(text, i, "to ", "until ", "bis ");

        if (i > at && DateScanner.TryTake(text, ref i) is not null)
        {
            at = i;
        }
    }

    private static bool TakeApproximately(string text, ref int at)
    {
        var rest = text.AsSpan(at).TrimStart(" -–");

        foreach (var mark in (string[])["(approximately)", "(approx.)", "(approx)", "(ca.)", "(about)", "approximately", "approx.", "approx"])
        {
            if (rest.StartsWith(mark, StringComparison.OrdinalIgnoreCase))
            {
                at = text.Length - rest.Length + mark.Length;
                return true;
            }
        }

        return false;
    }

    private static int SkipMarks(string text, int at, out string marks, out bool isAbout)
    {
        isAbout = false;
        var start = at;

        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] is '*' or '_' or '`' or '[' or '(' or '<' or '~' or '≈' or '"' or '∼' or '•'))
        {
            isAbout |= text[at] is '≈' or '∼' || (text[at] == '~' && (at + 1 >= text.Length || text[at + 1] != '~') && (at == 0 || text[at - 1] != '~'));
            at++;
        }

        marks = text[start..at];

        for (var moved = true; moved;)
        {
            moved = false;

            if (WordLength(text, at, AboutWords) is > 0 and var about)
            {
                at += about;
                isAbout = moved = true;
            }
            else if (WordLength(text, at, LeadingWords) is > 0 and var leading)
            {
                at += leading;
                moved = true;
            }

            while (at < text.Length && text[at] is '~' or '≈')
            {
                isAbout = true;
                at++;
            }
        }

        return at;
    }

    private static int SkipBetween(string text, int at, ref bool isAbout)
    {
        var start = at;

        while (at < text.Length && at - start < 12)
        {
            if (text[at] is ' ' or '\u00A0' or ',' or '@' or '~' or '≈' or '-' or '–' or '|' or '/' or '*' or '_' or '(' or ':' || (text[at] == 'T' && at == start))
            {
                isAbout |= text[at] is '~' or '≈';
                at++;
            }
            else if (at > start && WordLength(text, at, "at ", "um ", "on ", "le ", "à ", "a las ") is > 0 and var word)
            {
                at += word;
            }
            else if (at > start && WordLength(text, at, AboutWords) is > 0 and var about)
            {
                isAbout = true;
                at += about;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private static int WordLength(string text, int at, params ReadOnlySpan<string> words)
    {
        if (at >= text.Length || !char.IsLetter(text[at]))
        {
            return 0;
        }

        foreach (var word in words)
        {
            if (text.AsSpan(at).StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return word.Length;
            }
        }

        return 0;
    }

    /// <summary>What follows the time: closing marks that were opened before it and separators are gone, marks left open are put back.</summary>
    private static string RestAfter(string text, int at, string marks)
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
