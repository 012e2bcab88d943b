using static Postmortems.Formats.Times.TextAt;

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
            return NumberedDays.YearFirst(text, ref i);
        }

        return first is 1 or 2
            ? NumberedDays.DayOrMonthFirst(text, ref i, first) ?? NamedDays.DayFirst(text, ref i, first) ?? NumberedDays.WithoutYear(text, ref i, first)
            : null;
    }

    // A weekday may stand before either: Monday, 12 May or Monday May 12.
    private static WrittenDate? TakeWords(string text, ref int i)
    {
        var word = Word(text, i);

        if (!MonthNames.IsWeekday(word))
        {
            return NamedDays.MonthFirst(text, ref i);
        }

        i = SkipAny(text, i + word.Length, " ,.-");

        return text[i - 1] != ' ' ? null : char.IsAsciiDigit(At(text, i)) ? TakeDigits(text, ref i) : NamedDays.MonthFirst(text, ref i);
    }

    private static bool IsDigitOrLetter(string text, int at, char except) => at < text.Length && char.IsLetterOrDigit(text[at]) && text[at] != except;
}
