using System.Globalization;
using System.Text.RegularExpressions;
using Postmortems.Domain.Incidents;

namespace Postmortems.Domain.Timeline;

/// <summary>The time at the beginning of a line: "~14:28", "2026-11-17 14:28", "14:28Z", "13:36 UTC", "09:14 +05:30", "14:30-14:35".</summary>
/// <param name="Date">Null when the line does not say the day.</param>
/// <param name="Until">The end of a stretch within which it happened.</param>
/// <param name="Offset">Told instead of a zone.</param>
internal sealed partial record QuickTime(DateOnly? Date, TimeOnly Time, TimeOnly? Until, bool IsAbout, string Zone, TimeSpan? Offset, string Rest)
{
    /// <returns>Null when the line does not begin with a time.</returns>
    public static QuickTime? Read(string line, string zone)
    {
        var match = Beginning().Match(line);

        if (!match.Success || !TimeOnly.TryParse(Clock(match), CultureInfo.InvariantCulture, out var time))
        {
            return null;
        }

        DateOnly? date = null;

        if (match.Groups["date"] is { Success: true } day)
        {
            if (!DateOnly.TryParseExact(day.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read))
            {
                return null;
            }

            date = read;
        }

        TimeOnly? until = TimeOnly.TryParse(match.Groups["until"].Value, CultureInfo.InvariantCulture, out var end) ? end : null;
        var (told, offset, rest) = InZone(match.Groups["rest"].Value, zone);

        return new QuickTime(date, time, until, match.Groups["about"].Success, told, offset, rest.TrimStart(' ', '\t', '-', '–', '—', ':', ',', '|'));
    }

    /// <exception cref="RuleBrokenException">Clocks of the zone never showed this time.</exception>
    public TimePoint On(DateOnly day)
    {
        if (Until is { } until)
        {
            var from = Instant(day, Time);
            var to = Instant(until < Time ? day.AddDays(1) : day, until);
            return new TimePoint(from + ((to - from) / 2), to - from <= TimeSpan.FromMinutes(10) ? Precision.About : Precision.Hour);
        }

        return new TimePoint(Instant(day, Time), IsAbout ? Precision.About : Time.Second > 0 ? Precision.Second : Precision.Minute);
    }

    private DateTimeOffset Instant(DateOnly day, TimeOnly time) => Offset is { } offset
        ? new DateTimeOffset(day.ToDateTime(time), offset).ToUniversalTime()
        : new LocalTime(day, time, Precision.Second, Zone).ToPoint().At;

    private static string Clock(Match match) => match.Groups["time"].Value + (match.Groups["half"].Success ? " " + match.Groups["half"].Value : "");

    /// <summary>Letters right after the time are a zone only if people know them as one: "14:28 API fails" tells none.</summary>
    private static (string Zone, TimeSpan? Offset, string Words) InZone(string rest, string zone)
    {
        var match = ZoneWord().Match(rest);

        if (match.Groups["offset"] is { Success: true } told)
        {
            var offset = new TimeSpan(int.Parse(told.ValueSpan[1..3], CultureInfo.InvariantCulture), int.Parse(told.ValueSpan[^2..], CultureInfo.InvariantCulture), 0);
            offset = told.Value[0] is '+' ? offset : offset.Negate();
            return offset.Duration() <= TimeSpan.FromHours(14) ? (ZoneOf(offset, zone), offset, rest[match.Length..]) : (zone, null, rest);
        }

        var name = match.Groups["name"].Value;
        var found = name.Contains('/') ? (Zones.Exists(name) ? name : null) : name.Length > 0 ? ZoneLetters.Find(name, zone) : null;
        return found is null ? (zone, null, rest) : (found, null, rest[match.Length..]);
    }

    /// <summary>A zone that people can be shown the time in; for an offset of whole hours there is a name.</summary>
    private static string ZoneOf(TimeSpan offset, string zone) => offset switch
    {
        _ when offset == TimeSpan.Zero => Zones.Utc,
        { Minutes: 0 } => string.Create(CultureInfo.InvariantCulture, $"Etc/GMT{(offset < TimeSpan.Zero ? '+' : '-')}{Math.Abs(offset.Hours)}"),
        _ => TimeZoneInfo.GetSystemTimeZones().FirstOrDefault(info => info.BaseUtcOffset == offset && Zones.Exists(info.Id))?.Id ?? zone,
    };

    [GeneratedRegex(
        @"^(?<about>(~|≈|about|around|ca\.?|approx\.?)\s*)?((?<date>\d{4}-\d{2}-\d{2})[T,]?\s*)?(?<about>(~|≈)\s*)?(?<time>([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?)(?!\d)(\s?(?<half>[AaPp][Mm])\b)?(\s*(-|–|to)\s*(?<until>([01]?\d|2[0-3]):[0-5]\d)(?!\d))?(?<rest>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline,
        1000)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^\s*((?<name>Z|[A-Z]{3,4}|[A-Z][A-Za-z_]+/[A-Za-z_/]+)(?=$|[\s:,\-–])|(UTC|GMT)?(?<offset>[+-]\d{2}:?\d{2})(?!\d))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ZoneWord();
}
