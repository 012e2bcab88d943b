using System.Globalization;
using Postmortems.Domain.Incidents;
using Postmortems.Formats;
using Told = Postmortems.Formats.Precision;

namespace Postmortems.Domain.ImportExport;

/// <summary>Makes instants of the times in a document where they are known, and keeps the others as they are written.</summary>
/// <param name="zone">IANA zone of times that name none; null when nobody said.</param>
internal sealed class WrittenMoments(string? zone)
{
    /// <summary>In which zone an incident of this document is told.</summary>
    public string Zone => zone ?? Zones.Utc;

    public static Lacks LackedBy(ReadDocument read) => (LacksZone(read) ? Lacks.Zone : Lacks.Nothing) | (read.LacksYear ? Lacks.Year : Lacks.Nothing);

    // Without a day a time of day becomes no instant, but it will when the year is told.
    private static bool LacksZone(ReadDocument read) =>
        read.Timeline.Select(entry => entry.When)
            .Concat(new[] { read.Times.Impact, read.Times.Detected, read.Times.Acknowledged, read.Times.Mitigated, read.Times.Resolved }.OfType<ReadMoment>())
            .Any(moment => moment is { Instant: null, WallClock: not null } || (read.LacksYear && moment is { TimeOfDay: not null, Zone: null }));

    /// <summary>An instant, or null where the document does not tell enough.</summary>
    public TimePoint? Instant(ReadMoment moment)
    {
        if (moment.Instant is { } instant)
        {
            return new TimePoint(instant.ToUniversalTime(), PrecisionOf(moment));
        }

        return moment.WallClock is { } clock && (moment.Zone ?? zone) is { } known
            ? Point(new LocalTime(DateOnly.FromDateTime(clock), TimeOnly.FromDateTime(clock), PrecisionOf(moment), known))
            : moment is { TimeOfDay: null, Day: { } day } ? Day(day, moment.Zone) : null;
    }

    /// <summary>The instant, or at least the day.</summary>
    public TimePoint? InstantOrDay(ReadMoment? moment) =>
        moment is null ? null : Instant(moment) ?? (DayOf(moment) is { } day ? Day(day, moment.Zone) : null);

    /// <param name="told">The zone in which the day was told, when that is known.</param>
    public TimePoint? Day(DateOnly day, string? told = null) => Point(new LocalTime(day, null, Incidents.Precision.Day, Zones.Exists(told) ? told! : Zone));

    private static DateOnly? DayOf(ReadMoment moment) => moment.WallClock is { } clock ? DateOnly.FromDateTime(clock) : moment.Day;

    /// <summary>With its day, which often stands in a heading above.</summary>
    public static string? AsWritten(ReadMoment moment) =>
        moment.AsWritten.Length == 0 ? null
        : moment.TimeOfDay is not null && DayOf(moment) is { } day && !moment.AsWritten.Contains(day.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            ? string.Create(CultureInfo.InvariantCulture, $"{day:d MMM yyyy}, {moment.AsWritten}")
            : moment.AsWritten;

    private static Incidents.Precision PrecisionOf(ReadMoment moment) => moment.Precision switch
    {
        Told.Second => Incidents.Precision.Second,
        Told.About => Incidents.Precision.About,
        Told.Hour => Incidents.Precision.Hour,
        Told.Minute => Incidents.Precision.Minute,
        _ => Incidents.Precision.Day,
    };

    /// <summary>Clocks that never showed this time, and years that are typing errors, stay as they are written.</summary>
    private static TimePoint? Point(LocalTime told)
    {
        try
        {
            return told.ToPoint();
        }
        catch (RuleBrokenException)
        {
            return null;
        }
    }
}
