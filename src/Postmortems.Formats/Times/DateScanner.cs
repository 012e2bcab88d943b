using System.Globalization;

namespace Postmortems.Formats.Times;

/// <summary>Reads a day at a place in a line, in the spellings people use.</summary>
internal static class DateScanner
{
    /// <summary>Moves past the day when there is one.</summary>
    public static WrittenDate? TryTake(string text, ref int at)
    {
        if (at >= text.Length || (at > 0 && char.IsLetterOrDigit(text[at]) && char.IsLetterOrDigit(text[at - 1])))
        {
            return null;
        }

        var i = at;
        var date = char.IsAsciiDigit(text[i]) ? TakeDigits(text, ref i) : TakeWords(text, ref i);

        if (date is { } found && IsPossible(found))
        {
            at = i;
            return found;
        }

        return null;
    }

    /// <summary>The first day with a year in running text.</summary>
    public static WrittenDate? FirstIn(string text, bool needsYear = true, int from = 0)
    {
        for (var i = from; i < text.Length; i++)
        {
            var startsWord = i == 0 || !char.IsLetterOrDigit(text[i - 1]);

            if (startsWord && char.IsLetterOrDigit(text[i]))
            {
                var at = i;

                if (TryTake(text, ref at) is { } date && (date.Year is not null || !needsYear))
                {
                    return date;
                }
            }
        }

        return null;
    }

    private static bool IsPossible(WrittenDate date) =>
        date.Month is >= 1 and <= 12
        && date.Year is null or (>= 1990 and <= 2100)
        && date.Day >= 1 && date.Day <= DateTime.DaysInMonth(date.Year ?? 2024, Math.Clamp(date.Month, 1, 12));

    private static WrittenDate? TakeDigits(string text, ref int i)
    {
        var first = Digits(text, i);

        if (first == 8 && !IsDigitOrLetter(text, i + 8, except: 'T'))
        {
            var date = new WrittenDate(Number(text, i, 4), Number(text, i + 4, 2), Number(text, i + 6, 2), false);
            i += 8;
            return date.Year is >= 2000 and < 2100 ? date : null;
        }

        if (first == 4)
        {
            return TakeYearFirst(text, ref i);
        }

        return first is 1 or 2
            ? TakeDayMonthYear(text, ref i, first) ?? TakeDayName(text, ref i, first) ?? TakeMonthDay(text, ref i, first)
            : null;
    }

    // 2024-05-06, 2024/5/6, 2024.05.06, 2024 May 6, 2024年5月6日
    private static WrittenDate? TakeYearFirst(string text, ref int i)
    {
        var separator = At(text, i + 4);

        if (separator == '年')
        {
            return TakeEastAsian(text, ref i);
        }

        var month = Digits(text, i + 5);

        if (separator is '-' or '/' or '.' && month is 1 or 2 && At(text, i + 5 + month) == separator && Digits(text, i + 6 + month) is var day and (1 or 2))
        {
            var date = new WrittenDate(Number(text, i, 4), Number(text, i + 5, month), Number(text, i + 6 + month, day), false);
            i += 6 + month + day;
            return date;
        }

        if (separator is ' ' or '-' && MonthNames.Of(Word(text, i + 5)) is { } named)
        {
            var after = i + 5 + Word(text, i + 5).Length + 1;

            if (Digits(text, after) is var length and (1 or 2))
            {
                var date = new WrittenDate(Number(text, i, 4), named, Number(text, after, length), false);
                i = after + length;
                return date;
            }
        }

        return null;
    }

    private static WrittenDate? TakeEastAsian(string text, ref int i)
    {
        var month = Digits(text, i + 5);
        var day = Digits(text, i + 6 + month);

        if (month is 0 or > 2 || day is 0 or > 2 || At(text, i + 5 + month) != '月' || At(text, i + 6 + month + day) != '日')
        {
            return null;
        }

        var date = new WrittenDate(Number(text, i, 4), Number(text, i + 5, month), Number(text, i + 6 + month, day), false);
        i += 7 + month + day;
        return date;
    }

    // 19-07-2017, 28.07.2017, 10/31/2022, 5/26/21
    private static WrittenDate? TakeDayMonthYear(string text, ref int i, int first)
    {
        var separator = At(text, i + first);
        var second = Digits(text, i + first + 1);
        var yearAt = i + first + 1 + second + 1;

        if (separator is not ('-' or '/' or '.') || second is not (1 or 2) || At(text, yearAt - 1) != separator || Digits(text, yearAt) is not (4 or 2))
        {
            return null;
        }

        var length = Digits(text, yearAt);

        // 1.2.34 is a version; only a written-out year makes a day of dots.
        if (length == 2 && separator == '.')
        {
            return null;
        }

        var a = Number(text, i, first);
        var b = Number(text, i + first + 1, second);
        var year = Number(text, yearAt, length) + (length == 2 ? 2000 : 0);
        i = yearAt + length;

        if (separator == '.' || a > 12)
        {
            return new WrittenDate(year, b, a, false);
        }

        return b > 12 ? new WrittenDate(year, a, b, false)
            : separator == '-' && length == 4 ? new WrittenDate(year, b, a, false)
            : new WrittenDate(year, a, b, a != b);
    }

    // 03-26 17:40 and 3/26 17:40: a day only because a time follows.
    private static WrittenDate? TakeMonthDay(string text, ref int i, int first)
    {
        var separator = At(text, i + first);
        var second = Digits(text, i + first + 1);
        var after = i + first + 1 + second;

        if (separator is not ('-' or '/') || second is not (1 or 2) || At(text, after) != ' ' || Digits(text, after + 1) is not (var hour and (1 or 2)) || At(text, after + 1 + hour) != ':')
        {
            return null;
        }

        var a = Number(text, i, first);
        var b = Number(text, i + first + 1, second);

        // 10-12 14:00 may count hours; with two digits each it is a day.
        if (separator == '-' && (first != 2 || second != 2))
        {
            return null;
        }

        i = after;

        return a > 12 ? new WrittenDate(null, b, a, false) : new WrittenDate(null, a, b, separator == '/' && b <= 12 && a != b);
    }

    // 12 May 2022, 12th of May, 19. April, 23-April-2025
    private static WrittenDate? TakeDayName(string text, ref int i, int first)
    {
        var at = i + first;
        at = SkipOrdinal(text, at);

        if (At(text, at) is not (' ' or '-' or '.' or '\u00A0'))
        {
            return null;
        }

        at = SkipAny(text, at, " .-\u00A0");

        foreach (var little in (string[])["of ", "de "])
        {
            at = text.AsSpan(at).StartsWith(little, StringComparison.OrdinalIgnoreCase) ? at + little.Length : at;
        }

        var name = Word(text, at);

        if (MonthNames.Of(name) is not { } month)
        {
            return null;
        }

        at += name.Length;
        var day = Number(text, i, first);
        i = at;

        return new WrittenDate(TakeYear(text, ref i), month, day, false);
    }

    // May 12, May 12th 2022, Monday May 12
    private static WrittenDate? TakeWords(string text, ref int i)
    {
        var word = Word(text, i);

        if (MonthNames.IsWeekday(word))
        {
            var next = SkipAny(text, i + word.Length, " ,.-");
            i = next;

            return next < text.Length && next > 0 && text[next - 1] is ' ' ? char.IsAsciiDigit(text[next]) ? TakeDigits(text, ref i) : TakeMonthFirst(text, ref i) : null;
        }

        return TakeMonthFirst(text, ref i);
    }

    private static WrittenDate? TakeMonthFirst(string text, ref int i)
    {
        var name = Word(text, i);

        if (MonthNames.Of(name) is not { } month)
        {
            return null;
        }

        var at = SkipAny(text, i + name.Length, " .-\u00A0");

        if (text.AsSpan(at).StartsWith("the ", StringComparison.OrdinalIgnoreCase))
        {
            at += 4;
        }

        var length = Digits(text, at);

        if (length is not (1 or 2) || at == i + name.Length || At(text, at + length) == ':')
        {
            return null;
        }

        var day = Number(text, at, length);
        at = SkipOrdinal(text, at + length);

        if (char.IsLetter(At(text, at)))
        {
            return null;
        }

        i = at;

        return new WrittenDate(TakeYear(text, ref i), month, day, false);
    }

    private static int? TakeYear(string text, ref int i)
    {
        var at = SkipAny(text, i, " ,.-\u00A0");

        foreach (var little in (string[])["of ", "de "])
        {
            at = text.AsSpan(at).StartsWith(little, StringComparison.OrdinalIgnoreCase) ? at + little.Length : at;
        }

        if (at == i || Digits(text, at) != 4 || At(text, at + 4) == ':' || Number(text, at, 4) is not (>= 1990 and <= 2100))
        {
            return null;
        }

        i = at + 4;

        return Number(text, at, 4);
    }

    private static int SkipOrdinal(string text, int at)
    {
        var word = Word(text, at);

        return word is "st" or "nd" or "rd" or "th" or "er" ? at + 2 : at;
    }

    private static int SkipAny(string text, int at, string skipped)
    {
        while (at < text.Length && skipped.Contains(text[at], StringComparison.Ordinal))
        {
            at++;
        }

        return at;
    }

    private static ReadOnlySpan<char> Word(string text, int at)
    {
        var end = at;

        while (end < text.Length && end - at < 14 && char.IsLetter(text[end]))
        {
            end++;
        }

        return at >= text.Length ? default : text.AsSpan(at, end - at);
    }

    private static int Digits(string text, int at)
    {
        var count = 0;

        while (at + count < text.Length && count < 9 && char.IsAsciiDigit(text[at + count]))
        {
            count++;
        }

        return count;
    }

    private static bool IsDigitOrLetter(string text, int at, char except) => at < text.Length && char.IsLetterOrDigit(text[at]) && text[at] != except;

    private static char At(string text, int at) => at < text.Length ? text[at] : '\0';

    private static int Number(string text, int at, int length) => int.Parse(text.AsSpan(at, length), CultureInfo.InvariantCulture);
}
