using static Postmortems.Formats.Times.TextAt;

namespace Postmortems.Formats.Times;

/// <summary>Moves past the end of a range; an event is kept at its beginning.</summary>
internal static class RangeEnd
{
    public static void Take(string text, ref int at, ref WrittenClock? clock, ref WrittenZone? zone)
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
        zone ??= MomentScanner.TakeZone(text, ref at);

        if (end.HasMeridiem && clock is { HasMeridiem: false, Hour: <= 12 } begin && end.Hour >= 12 && begin.Hour % 12 <= end.Hour % 12)
        {
            clock = begin with { Hour = (begin.Hour % 12) + 12, HasMeridiem = true };
        }
    }

    // 2024-05-06 - 2024-05-09 and May 12 to May 14
    public static void TakeDay(string text, ref int at)
    {
        var i = at;

        i = SkipAny(text, i, " -–—*_");
        i += WordLength(text, i, "to ", "until ", "bis ");
        i = SkipAny(text, i, "*_");

        if (i > at && DateScanner.TryTake(text, ref i) is not null)
        {
            at = i;
        }
    }
}
