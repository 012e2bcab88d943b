namespace Postmortems.Formats.Times;

/// <summary>Reads a zone at a place in a line: letters, words, an offset, or the name of a place.</summary>
internal static class ZoneScanner
{
    /// <summary>Moves past the zone when there is one.</summary>
    public static WrittenZone? TryTake(string text, ref int at)
    {
        if (at >= text.Length)
        {
            return null;
        }

        return text[at] is '+' or '-' or '−'
            ? TakeOffset(text, ref at) is { } offset ? new WrittenZone(offset == TimeSpan.Zero ? "UTC" : null, offset, Sign(offset)) : null
            : char.IsLetter(text[at]) ? TakeName(text, ref at) : null;
    }

    private static WrittenZone? TakeName(string text, ref int at)
    {
        if (ZoneNames.ByWords(text.AsSpan(at), out var length) is { } spelled && IsBoundary(text, at + length))
        {
            at += length;
            return spelled;
        }

        var end = at;

        while (end < text.Length && end - at < 40 && (char.IsAsciiLetter(text[end]) || text[end] is '/' or '_'))
        {
            end++;
        }

        var word = text.AsSpan(at, end - at).TrimEnd("/_");
        end = at + word.Length;

        if (!IsBoundary(text, end))
        {
            return null;
        }

        if (ZoneNames.ByLetters(word) is { } zone)
        {
            at = end;

            return zone.Iana == "UTC" ? WithOffset(text, ref at, zone) : zone;
        }

        if (word is "Z" || word is "z")
        {
            at = end;
            return WrittenZone.Utc with { AsWritten = word.ToString() };
        }

        if (word.Contains('/') && Clocks.IsPlace(word.ToString()))
        {
            at = end;
            return new WrittenZone(word.ToString(), null, word.ToString());
        }

        // CET/CEST and EST/EDT name one place, and Berlin/Paris would have been a place above.
        var slash = word.IndexOf('/');

        if (slash > 0 && ZoneNames.ByLetters(word[..slash]) is { } first && ZoneNames.ByLetters(word[(slash + 1)..]) is { } second && first.Iana == second.Iana)
        {
            at = end;
            return first with { Offset = null, AsWritten = word.ToString() };
        }

        return null;
    }

    // UTC+2, GMT-07:00
    private static WrittenZone WithOffset(string text, ref int at, WrittenZone utc)
    {
        var next = at;

        return next < text.Length && text[next] is '+' or '-' or '−' && next + 1 < text.Length && char.IsAsciiDigit(text[next + 1]) && TakeOffset(text, ref next) is { } offset && Moved(ref at, next)
            ? new WrittenZone(offset == TimeSpan.Zero ? "UTC" : null, offset, utc.AsWritten + Sign(offset))
            : utc;
    }

    private static bool Moved(ref int at, int next)
    {
        at = next;
        return true;
    }

    private static TimeSpan? TakeOffset(string text, ref int at)
    {
        var i = at + 1;
        var digits = i;

        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        var length = digits - i;
        int hours, minutes = 0;

        if (length is 1 or 2)
        {
            hours = int.Parse(text.AsSpan(i, length), System.Globalization.CultureInfo.InvariantCulture);
            i = digits;

            if (i + 2 < text.Length && text[i] == ':' && char.IsAsciiDigit(text[i + 1]) && char.IsAsciiDigit(text[i + 2]))
            {
                minutes = ((text[i + 1] - '0') * 10) + text[i + 2] - '0';
                i += 3;
            }
        }
        else if (length == 4)
        {
            hours = ((text[i] - '0') * 10) + text[i + 1] - '0';
            minutes = ((text[i + 2] - '0') * 10) + text[i + 3] - '0';
            i = digits;
        }
        else
        {
            return null;
        }

        if (hours > 14 || minutes > 59 || !IsBoundary(text, i))
        {
            return null;
        }

        var negative = text[at] != '+';
        at = i;
        var offset = new TimeSpan(hours, minutes, 0);

        return negative ? -offset : offset;
    }

    private static string Sign(TimeSpan offset) => (offset < TimeSpan.Zero ? "-" : "+") + offset.ToString(@"hh\:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static bool IsBoundary(string text, int at) => at >= text.Length || !char.IsLetterOrDigit(text[at]);
}
