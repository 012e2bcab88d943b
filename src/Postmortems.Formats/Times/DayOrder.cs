namespace Postmortems.Formats.Times;

/// <summary>Whether 5/6/2024 is the fifth of June in this document: as its unmistakable days or its zone tell.</summary>
internal static class DayOrder
{
    private const int LongestLine = 2000;

    /// <returns>Null when nothing tells.</returns>
    public static bool? Of(string[] lines, WrittenZone? zone)
    {
        foreach (var line in lines)
        {
            for (var i = line.AsSpan().IndexOfAny('/', '-'); i > 0 && i < LongestLine; i = Next(line, i))
            {
                if (At(line, i) is { } dayFirst)
                {
                    return dayFirst;
                }
            }
        }

        return zone is null ? null : ZoneNames.IsAmerican(zone) ? false : zone.Iana?.StartsWith("Europe/", StringComparison.Ordinal) == true ? true : null;
    }

    private static int Next(string line, int after)
    {
        var next = line.AsSpan(after + 1).IndexOfAny('/', '-');

        return next < 0 ? -1 : after + 1 + next;
    }

    private static bool? At(string line, int slash)
    {
        var start = slash;

        while (start > 0 && slash - start < 2 && char.IsAsciiDigit(line[start - 1]))
        {
            start--;
        }

        var second = line.AsSpan(slash + 1);
        var digits = second.IndexOfAnyExceptInRange('0', '9');

        if (start == slash || (start > 0 && char.IsLetterOrDigit(line[start - 1])) || digits is not (1 or 2) || second[digits] != line[slash] || second.Length < digits + 5 || second.Slice(digits + 1, 4).ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        var a = int.Parse(line.AsSpan(start, slash - start), System.Globalization.CultureInfo.InvariantCulture);
        var b = int.Parse(second[..digits], System.Globalization.CultureInfo.InvariantCulture);

        return a > 12 && b <= 12 ? true : b > 12 && a <= 12 ? false : null;
    }
}
