namespace Postmortems.Formats.Times;

/// <summary>Where a document says in which zone its times are: "All times in CET", "Timeline (UTC)".</summary>
internal static class ZoneStatement
{
    private const int LongestLine = 600;

    private static readonly string[] Cues =
    [
        "times", "timezone", "time zone", "timestamps", "events are", "time is in", "zeiten", "uhrzeiten", "zeitangaben", "heures", "horaires", "horas", "horários", "horarios", "tijden", "orari", "時刻", "时间", "時間", "시간", "время", "czasy", "godziny", "czasie",
    ];

    /// <summary>The first zone named in a text that speaks of time anyway.</summary>
    public static WrittenZone? In(string text)
    {
        for (var i = 0; i < text.Length && i < LongestLine; i++)
        {
            if (char.IsLetter(text[i]) && (i == 0 || !char.IsLetterOrDigit(text[i - 1])))
            {
                var at = i;

                if (ZoneScanner.TryTake(text, ref at) is { } zone && zone.AsWritten is not ("Z" or "z"))
                {
                    return zone;
                }
            }
        }

        return null;
    }

    /// <summary>The zone in running text, only shortly after words such as "all times".</summary>
    public static WrittenZone? InProse(string text)
    {
        if (text.Length > LongestLine * 4)
        {
            return null;
        }

        foreach (var cue in Cues)
        {
            var at = text.IndexOf(cue, StringComparison.OrdinalIgnoreCase);

            if (at >= 0 && In(text.Substring(at, Math.Min(cue.Length + 50, text.Length - at))) is { } zone)
            {
                return zone;
            }
        }

        return null;
    }
}
