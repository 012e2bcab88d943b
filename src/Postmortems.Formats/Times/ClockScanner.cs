using static Postmortems.Formats.Times.TextAt;

namespace Postmortems.Formats.Times;

/// <summary>Reads a time of day at a place in a line: 14:05, 2:05 pm, 14h05, 1405 UTC, 14:05:33.120.</summary>
internal static class ClockScanner
{
    /// <summary>Moves past the time when there is one.</summary>
    public static WrittenClock? TryTake(string text, ref int at)
    {
        if (at >= text.Length || !char.IsAsciiDigit(text[at]) || (at > 0 && (char.IsLetterOrDigit(text[at - 1]) && text[at - 1] is not 'T' || text[at - 1] is ':')))
        {
            return null;
        }

        var digits = Digits(text, at);

        return digits switch
        {
            1 or 2 => TakeHours(text, ref at, digits),
            4 => TakeCompact(text, ref at, 4) ?? TakeMilitary(text, ref at),
            6 => TakeCompact(text, ref at, 6),
            _ => null,
        };
    }

    /// <summary>Dashes or question marks in place of a time: <c>--:--</c>, <c>??:??</c>.</summary>
    public static bool TryTakeUnknown(string text, ref int at)
    {
        var written = text.AsSpan(at);

        foreach (var unknown in (string[])["--:--", "??:??", "xx:xx", "XX:XX", "**:**", "--.--", "–:–", "-:-"])
        {
            if (written.StartsWith(unknown, StringComparison.Ordinal))
            {
                at += unknown.Length;
                return true;
            }
        }

        return false;
    }

    private static WrittenClock? TakeHours(string text, ref int at, int digits)
    {
        var hour = Number(text, at, digits);
        var i = at + digits;
        var separator = At(text, i);

        if (separator is ':' or '.' or 'h' or 'H' or '：' && Digits(text, i + 1) == 2)
        {
            var minute = Number(text, i + 1, 2);
            var next = i + 3;
            int? second = null;

            if (separator != '.' && At(text, next) == ':' && Digits(text, next + 1) == 2)
            {
                second = Number(text, next + 1, 2);
                next += 3;

                if (At(text, next) is '.' or ',' && Digits(text, next + 1) is > 0 and var fraction)
                {
                    next += 1 + fraction;
                }
            }

            var meridiem = TakeMeridiem(text, ref next);

            // 1.11 is a version unless am or pm follows, and 6h27m a duration.
            if ((separator == '.' && meridiem is null) || (separator is 'h' or 'H' && char.IsLetter(At(text, next))) || (At(text, next) == ':' && char.IsAsciiDigit(At(text, next + 1))))
            {
                return null;
            }

            return Clock(ref at, SkipClockWord(text, next), hour, minute, second, hasMinutes: true, meridiem);
        }

        if (separator is ':' && text.AsSpan(i + 1) is ['x' or 'X' or '?', 'x' or 'X' or '?', .. var after] && (after.IsEmpty || !char.IsLetterOrDigit(after[0])))
        {
            return Clock(ref at, i + 3, hour, 0, null, hasMinutes: false, null);
        }

        var end = i;

        return TakeMeridiem(text, ref end) is { } half ? Clock(ref at, end, hour, 0, null, hasMinutes: false, half) : null;
    }

    // 20260218T1405, as ISO writes a time without marks
    private static WrittenClock? TakeCompact(string text, ref int at, int digits) =>
        at > 1 && text[at - 1] is 'T' && char.IsAsciiDigit(text[at - 2])
            ? Clock(ref at, at + digits, Number(text, at, 2), Number(text, at + 2, 2), digits == 6 ? Number(text, at + 4, 2) : null, hasMinutes: true, null)
            : null;

    // 1405 alone is a number; a zone or a mark makes a time of it.
    private static WrittenClock? TakeMilitary(string text, ref int at)
    {
        var next = at + 4;

        if (At(text, next) is 'h' or 'H' && !char.IsLetterOrDigit(At(text, next + 1)))
        {
            return Clock(ref at, next + 1, Number(text, at, 2), Number(text, at + 2, 2), null, hasMinutes: true, null);
        }

        if (text.AsSpan(next).StartsWith(" hrs", StringComparison.OrdinalIgnoreCase))
        {
            return Clock(ref at, next + 4, Number(text, at, 2), Number(text, at + 2, 2), null, hasMinutes: true, null);
        }

        var zone = At(text, next) == ' ' ? next + 1 : next;

        return char.IsLetter(At(text, zone)) && ZoneScanner.TryTake(text, ref zone) is not null
            ? Clock(ref at, next, Number(text, at, 2), Number(text, at + 2, 2), null, hasMinutes: true, null)
            : null;
    }

    private static WrittenClock? Clock(ref int at, int next, int hour, int minute, int? second, bool hasMinutes, char? meridiem)
    {
        if (minute > 59 || second > 59 || hour > 24 || (hour == 24 && (minute > 0 || second > 0)) || (meridiem is not null && hour is 0 && hasMinutes is false))
        {
            return null;
        }

        at = next;
        var isEndOfDay = hour == 24;

        if (meridiem is not null && hour <= 12)
        {
            hour = (hour % 12) + (meridiem == 'p' ? 12 : 0);
        }

        return new WrittenClock(isEndOfDay ? 0 : hour, minute, second, hasMinutes, meridiem is not null, isEndOfDay);
    }

    // 14:05 Uhr, 14:05 hrs, 14:05h
    private static int SkipClockWord(string text, int at)
    {
        var word = text.AsSpan(at).TrimStart(' ');

        foreach (var clock in (string[])["uhr", "hrs", "hours", "h"])
        {
            if (word.StartsWith(clock, StringComparison.OrdinalIgnoreCase) && (word.Length == clock.Length || !char.IsLetterOrDigit(word[clock.Length])))
            {
                return text.Length - word.Length + clock.Length;
            }
        }

        return at;
    }

    private static char? TakeMeridiem(string text, ref int at)
    {
        var i = At(text, at) is ' ' or '\u00A0' or '\u202F' ? at + 1 : at;
        var half = char.ToLowerInvariant(At(text, i));

        if (half is not ('a' or 'p'))
        {
            return null;
        }

        var next = i + 1;

        if (At(text, next) == '.' && char.ToLowerInvariant(At(text, next + 1)) == 'm')
        {
            next += At(text, next + 2) == '.' ? 3 : 2;
        }
        else if (char.ToLowerInvariant(At(text, next)) == 'm')
        {
            next++;
        }
        else if (i != at)
        {
            return null;
        }

        if (char.IsLetterOrDigit(At(text, next)))
        {
            return null;
        }

        at = next;

        return half;
    }
}
