using static Postmortems.Formats.Times.TextAt;

namespace Postmortems.Formats.Times;

/// <summary>Days written in numbers.</summary>
internal static class NumberedDays
{
    // 2024-05-06, 2024/5/6, 2024.05.06, 2024 May 6, 2024年5月6日
    public static WrittenDate? YearFirst(string text, ref int i)
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
    public static WrittenDate? DayOrMonthFirst(string text, ref int i, int first)
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

        return new WrittenDate(year, a, b, b <= 12 && a != b);
    }

    // 03-26 17:40 and 3/26 17:40: a day only because a time follows.
    public static WrittenDate? WithoutYear(string text, ref int i, int first)
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
}
