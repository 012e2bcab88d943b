using static Postmortems.Formats.Times.TextAt;

namespace Postmortems.Formats.Times;

/// <summary>Days whose month is a word.</summary>
internal static class NamedDays
{
    // 12 May 2022, 12th of May, 19. April, 23-April-2025
    public static WrittenDate? DayFirst(string text, ref int i, int first)
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

    // May 12, May 12th 2022
    public static WrittenDate? MonthFirst(string text, ref int i)
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

        if (at == i || Digits(text, at) != 4 || (At(text, at + 4) == ':' && char.IsAsciiDigit(At(text, at + 5))) || Number(text, at, 4) is not (>= 1990 and <= 2100))
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
}
