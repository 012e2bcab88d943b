using Postmortems.Domain.Incidents;

namespace Postmortems.Domain.Timeline;

/// <summary>Reads lines as people say them into entries. A line tells its day or takes it from the lines before it and the times that the incident already has.</summary>
public static class QuickReader
{
    public const int MostLines = 500;

    private static readonly TimeSpan Backwards = TimeSpan.FromHours(6);

    /// <param name="zone">Of the incident, for lines that tell no zone.</param>
    /// <param name="known">Times of the incident, the one told last at the end.</param>
    /// <param name="today">The day of an incident without times.</param>
    public static List<QuickLine> Read(string text, string zone, IReadOnlyList<DateTimeOffset> known, DateOnly today)
    {
        var lines = new List<QuickLine>();
        DateTimeOffset? before = null;

        foreach (var line in text.Split('\n').Select(Bare).Where(line => line.Length > 0))
        {
            var read = lines.Count < MostLines ? Read(line, zone, known, before, today) : new QuickLine(line, null, $"Add at most {MostLines} lines at once.");
            before = read.Entry?.When?.At ?? before;
            lines.Add(read);
        }

        return lines;
    }

    private static QuickLine Read(string line, string zone, IReadOnlyList<DateTimeOffset> known, DateTimeOffset? before, DateOnly today)
    {
        if (QuickTime.Read(line, zone) is not { } time)
        {
            return new QuickLine(line, null, "Begin with the time, such as 14:28 or 2026-11-17 14:28.");
        }

        if (string.IsNullOrWhiteSpace(time.Rest))
        {
            return new QuickLine(line, null, "Say after the time what happened.");
        }

        try
        {
            var when = time.On(time.Date ?? Day(time, known, before, today));
            var entry = WithStretch(QuickWords.Read(time.Rest, when, time.Zone), time.Stretch);
            return TimelineEntry.Refusal(entry.Text, entry.Evidence) is { } refusal ? new QuickLine(line, null, refusal.Message) : new QuickLine(line, entry, null, time.Stretch);
        }
        catch (RuleBrokenException broken)
        {
            return new QuickLine(line, null, broken.Message);
        }
    }

    /// <summary>An entry has one time with its doubt; from when until when it was stays in its words.</summary>
    private static EntryFacts WithStretch(EntryFacts entry, string? stretch) =>
        stretch is null || string.IsNullOrWhiteSpace(entry.Text) ? entry : entry with { Text = $"{entry.Text} ({stretch})" };

    /// <summary>After a line: its day, or the next when clocks have gone round. First: the day that brings it nearest to what is known.</summary>
    private static DateOnly Day(QuickTime time, IReadOnlyList<DateTimeOffset> known, DateTimeOffset? before, DateOnly today)
    {
        if (before is { } last)
        {
            var day = DayOf(last, time.Zone);
            return last - time.On(day).At > Backwards ? day.AddDays(1) : day;
        }

        if (known.Count == 0)
        {
            return today;
        }

        var (first, end) = (known.Min(), known.Max());
        return new[] { first, end, known[^1] }
            .Select(at => DayOf(at, time.Zone))
            .SelectMany(day => new[] { day, day.AddDays(-1), day.AddDays(1) })
            .MinBy(day => (Away(time.On(day).At, first, end), (time.On(day).At - known[^1]).Duration()));
    }

    private static TimeSpan Away(DateTimeOffset at, DateTimeOffset first, DateTimeOffset end) =>
        at < first ? first - at : at > end ? at - end : TimeSpan.Zero;

    private static DateOnly DayOf(DateTimeOffset at, string zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(at, Zones.Get(zone)).DateTime);

    private static string Bare(string line) => line.Trim().TrimStart('-', '*', '•').Trim();
}
