using static Postmortems.Formats.Times.MomentMarks;
using static Postmortems.Formats.Times.TextAt;

namespace Postmortems.Formats.Times;

/// <summary>Reads the time that a line starts or ends with, in any order of day, time and zone, with marks around it.</summary>
internal static class MomentScanner
{
    private const int LongestMoment = 120;

    public static WrittenMoment? AtStart(string text)
    {
        var at = SkipMarks(text, 0, out var marks, out var about);

        return Take(text, at, marks, about);
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

            if (Take(tail, 0, "", "") is { Clock: not null, Rest.Length: 0 } moment && (moment.Date is not null || moment.Zone is not null || tail.Length <= 8))
            {
                var before = trimmed[..i];
                var about = Approximation.CutFromEnd(ref before);

                return moment with
                {
                    IsAbout = moment.IsAbout || about.Length > 0,
                    AsWritten = about + moment.AsWritten,
                    Rest = before.TrimEnd(' ', ':', '-', '–', '—', '(', '*', '_', ',', '@'),
                };
            }
        }

        return null;
    }

    private static WrittenMoment? Take(string text, int start, string marks, string about)
    {
        var at = start;
        var limit = Math.Min(text.Length, start + LongestMoment);
        WrittenDate? date = DateScanner.TryTake(text, ref at);
        WrittenClock? clock = null;
        WrittenZone? zone = null;
        var isUnknown = false;
        var isAbout = about.Length > 0;
        var hasEnd = false;

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
            isAbout |= Approximation.TakeAfter(text, ref at);
            zone = TakeZone(text, ref at);
            var beginsAt = at;
            RangeEnd.Take(text, ref at, ref clock, ref zone);
            hasEnd = at > beginsAt;

            if (date is null)
            {
                // "14:05 - about 300 pods" is vague about the pods unless a day follows.
                var isVague = false;
                next = SkipBetween(text, at, ref isVague);
                date = next > at ? DateScanner.TryTake(text, ref next) : null;
                at = date is null ? at : next;
                isAbout |= date is not null && isVague;
            }
        }
        else
        {
            var beginsAt = at;
            RangeEnd.TakeDay(text, ref at);
            hasEnd = at > beginsAt;
        }

        // A number such as 2.5.2023-rc or a word glued to the time is something else.
        if (at > limit || (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] is '%' or '/')))
        {
            return null;
        }

        isAbout |= Approximation.TakeAfter(text, ref at);

        return new WrittenMoment(date, clock, zone, isAbout, isUnknown, about + text[start..at], RestAfter(text, at, marks)) { HasEnd = hasEnd };
    }

    /// <summary>Moves past the zone that follows a time of day, also in brackets.</summary>
    public static WrittenZone? TakeZone(string text, ref int at)
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

    private static int SkipBetween(string text, int at, ref bool isAbout)
    {
        var start = at;

        while (at < text.Length && at - start < 12)
        {
            if (text[at] is ' ' or '\u00A0' or ',' or '@' or '~' or '≈' or '-' or '–' or '|' or '/' or '*' or '_' or '(' or ':' || (text[at] == 'T' && at == start))
            {
                isAbout |= Approximation.IsSign(text[at]);
                at++;
            }
            else if (at > start && WordLength(text, at, "at ", "um ", "on ", "le ", "à ", "a las ") is > 0 and var word)
            {
                at += word;
            }
            else if (at > start && Approximation.WordBefore(text, at) is > 0 and var vague)
            {
                isAbout = true;
                at += vague;
            }
            else
            {
                break;
            }
        }

        return at;
    }
}
