using System.Globalization;
using System.Text.RegularExpressions;
using Postmortems.Domain.Incidents;

namespace Postmortems.Domain.Timeline;

/// <summary>The time at the beginning of a line: "~14:28", "?14:28", "2026-11-17 14:28", "14:28Z", "13:36 UTC", "09:14 +05:30", "14:30-14:35", "4 am", "[14:28]".</summary>
/// <param name="Date">Null when the line does not say the day.</param>
/// <param name="Until">The end of a stretch of time. The entry stands at its begin, which was told; a middle was not.</param>
/// <param name="IsAbout">Said of the time, or of the begin of a stretch; a bare hour such as "4 am" is never to the minute.</param>
/// <param name="Offset">Told instead of a zone.</param>
/// <param name="Stretch">Both ends as they were written, when there are two.</param>
/// <param name="Question">Set when the words can be read in two ways.</param>
internal sealed partial record QuickTime(DateOnly? Date, TimeOnly Time, TimeOnly? Until, bool IsAbout, string Zone, TimeSpan? Offset, string Rest, string? Stretch, string? Question)
{
    private static readonly char[] Between = [' ', '\t', '-', '–', '—', ':', ',', '|'];
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan LongestStretch = TimeSpan.FromHours(12);

    /// <returns>Null when the line does not begin with a time.</returns>
    public static QuickTime? Read(string line, string zone)
    {
        // Chats put the time between brackets, alone.
        if (InBrackets().Match(line) is { Success: true } bracket)
        {
            return Read(bracket.Groups["time"].Value, zone) is { Rest: "" } told ? told with { Rest = bracket.Groups["rest"].Value.TrimStart(Between) } : null;
        }

        var match = Beginning().Match(line);

        if (!match.Success || Clocks(match) is not ({ } time, var until))
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

        var words = match.Groups["rest"].Value;
        string? question = null;

        if (until is { } end && match.Groups["offset"].Success)
        {
            // "09:14 -05:00" tells an offset, "11:40-12:00" is a stretch of time, "11:40 -12:00" and "09:14-05:00" could be both.
            var isStamp = match.Groups["stamp"].Success || match.Groups["seconds"].Success;
            var isSpaced = match.Groups["space"].Length > 0;
            var isShort = end - time <= Hour;
            question = isSpaced == isShort && !isStamp ? $"Write “to {match.Groups["until"].Value}” for the end, or “UTC-{match.Groups["until"].Value}” for an offset." : null;
            (until, words) = isStamp || (isSpaced && !isShort) ? (null, line[match.Groups["offset"].Index..]) : (until, words);
        }

        var (named, offset, rest) = InZone(words, zone);

        var stretch = until is null ? null : BothEnds(match) + words[..^rest.Length].TrimEnd();

        return new QuickTime(date, time, until, IsAboutBegin(match, until), named, offset, rest.TrimStart(Between), stretch, question);
    }

    /// <exception cref="RuleBrokenException">Clocks of the zone never showed this time, or the words do not say enough.</exception>
    public TimePoint On(DateOnly day)
    {
        if (Question is not null)
        {
            throw new RuleBrokenException("timeline/two-readings", Question);
        }

        var from = Instant(day, Time);

        if (Until is { } until && Instant(until < Time ? day.AddDays(1) : day, until) - from > LongestStretch)
        {
            throw new RuleBrokenException("timeline/long-stretch", "From the first time to the second is more than twelve hours. Begin with one time and tell the end on a line of its own.");
        }

        return new TimePoint(from, IsAbout ? Precision.About : Time.Second > 0 ? Precision.Second : Precision.Minute);
    }

    private static bool IsAboutBegin(Match match, TimeOnly? until) =>
        match.Groups["hour"].Success || match.Groups["about"].Captures.Any(about => until is null || about.Index < match.Groups["until"].Index);

    private static string BothEnds(Match match)
    {
        var day = match.Groups["date"];
        var begin = match.Groups["about"].Captures.Select(about => about.Index).Append(match.Groups["time"].Index).Where(at => !day.Success || at > day.Index).Min();
        return match.Value[begin..match.Groups["rest"].Index].Trim();
    }

    private DateTimeOffset Instant(DateOnly day, TimeOnly time)
    {
        LocalTime.CheckYear(day);
        return Offset is { } offset
            ? new DateTimeOffset(day.ToDateTime(time), offset).ToUniversalTime()
            : new LocalTime(day, time, Precision.Second, Zone).ToPoint().At;
    }

    /// <summary>Half a day told once is told for both ends: "1:30-2:30 pm", "11:50 am - 12:10".</summary>
    /// <returns>No time when clocks never show it.</returns>
    private static (TimeOnly? Time, TimeOnly? Until) Clocks(Match match)
    {
        var (from, half) = (match.Groups["time"].Value, match.Groups["half"].Value);

        if (match.Groups["until"] is not { Success: true } end)
        {
            return (Clock(from, half), null);
        }

        var endHalf = match.Groups["endhalf"].Value;
        var until = Clock(end.Value, endHalf);
        var time = Clock(from, half);

        if (half.Length == 0 && endHalf.Length > 0 && IsOfHalf(from))
        {
            time = Clock(from, endHalf) is { } same && same <= until ? same : Clock(from, Other(endHalf));
        }
        else if (half.Length > 0 && endHalf.Length == 0 && IsOfHalf(end.Value))
        {
            until = Clock(end.Value, half) is { } same && same >= time ? same : Clock(end.Value, Other(half));
        }

        return until is null ? (null, null) : (time, until);
    }

    private static TimeOnly? Clock(string time, string half) =>
        TimeOnly.TryParse($"{time} {half}".TrimEnd(), CultureInfo.InvariantCulture, out var read) ? read : null;

    private static bool IsOfHalf(string time) => int.Parse(time.Split(':')[0], CultureInfo.InvariantCulture) is >= 1 and <= 12;

    private static string Other(string half) => half[0] is 'a' or 'A' ? "PM" : "AM";

    /// <summary>Letters right after the time are a zone only if people know them as one: "14:28 API fails" tells none.</summary>
    private static (string Zone, TimeSpan? Offset, string Words) InZone(string rest, string zone)
    {
        var match = ZoneWord().Match(rest);

        if (match.Groups["offset"] is { Success: true } told)
        {
            var offset = new TimeSpan(int.Parse(told.ValueSpan[1..3], CultureInfo.InvariantCulture), int.Parse(told.ValueSpan[^2..], CultureInfo.InvariantCulture), 0);
            offset = told.Value[0] is '+' ? offset : offset.Negate();
            return offset >= TimeSpan.FromHours(-12) && offset <= TimeSpan.FromHours(14) ? (ZoneOf(offset, zone), offset, rest[match.Length..]) : (zone, null, rest);
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
        @"^(?<about>((~|≈|\?|about|around|approximately|roughly|circa|ca\.?|approx\.?)\s*){1,3})?((?<date>\d{4}-\d{2}-\d{2})((?<stamp>T)|,)?\s*)?(?<about>((~|≈|\?|about|around|approximately|roughly|circa|ca\.?|approx\.?)\s*){1,3})?(?<time>([01]?\d|2[0-3]):[0-5]\d(?<seconds>:[0-5]\d)?|(?<hour>0?[1-9]|1[0-2])(?=\s?[AaPp][Mm]\b))(?!\d)(\s?(?<half>[AaPp][Mm])\b)?(?<about>\?(?!\w)|ish\b)?((?<space>\s*)((?<offset>-(?=(0\d|1[0-2]):[03]0(?![\d:]|\s?[AaPp][Mm]\b)))|-|–|to)\s*(~|≈|\?)?(?<until>([01]?\d|2[0-3]):[0-5]\d(:[0-5]\d)?|(0?[1-9]|1[0-2])(?=\s?[AaPp][Mm]\b))(?!\d)(\s?(?<endhalf>[AaPp][Mm])\b)?(?<about>\?(?!\w)|ish\b)?)?(?<rest>.*)$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase | RegexOptions.Singleline,
        1000)]
    private static partial Regex Beginning();

    [GeneratedRegex(@"^\[(?<time>[^\[\]]{1,60})\](?<rest>.*)$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Singleline, 1000)]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"^\s*((UTC|GMT)?(?<offset>[+-]\d{2}:?\d{2})(?!\d)|(?<name>Z|[A-Z]{3,4}|[A-Z][A-Za-z_]+/[A-Za-z_/]+)(?=$|[\s:,\-–]))", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ZoneWord();
}
