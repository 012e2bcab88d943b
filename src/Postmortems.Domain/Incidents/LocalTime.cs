using System.Globalization;

namespace Postmortems.Domain.Incidents;

/// <summary>A date and time of day as people tell them, in an IANA zone.</summary>
/// <param name="Time">Null when only the day is known.</param>
/// <param name="IsSecond">When clocks went back this time came twice; true means the later one.</param>
public sealed record LocalTime(DateOnly Date, TimeOnly? Time, Precision Precision, string Zone, bool IsSecond = false)
{
    public const int FirstYear = 1970;
    public const int LastYear = 2199;

    /// <summary>The same instant on the clocks of a zone.</summary>
    public static LocalTime Of(TimePoint point, string zone)
    {
        var info = Zones.Get(Zones.OrUtc(zone));
        var local = TimeZoneInfo.ConvertTime(point.At, info);
        var clock = DateTime.SpecifyKind(local.DateTime, DateTimeKind.Unspecified);
        var isSecond = info.IsAmbiguousTime(clock) && local.Offset == info.GetAmbiguousTimeOffsets(clock).Min();
        var time = point.Precision is Precision.Day ? (TimeOnly?)null : TimeOnly.FromDateTime(clock);

        return new LocalTime(DateOnly.FromDateTime(clock), time, point.Precision, zone, isSecond);
    }

    /// <summary>Whether clocks went back over this time, so that it came twice.</summary>
    public bool CameTwice => Time is { } time && Zones.Find(Zone) is { } zone && zone.IsAmbiguousTime(Date.ToDateTime(time));

    /// <exception cref="RuleBrokenException">The zone is unknown, the time of day is missing, or clocks never showed it.</exception>
    public TimePoint ToPoint()
    {
        var zone = Zones.Get(Zone);

        CheckYear(Date);

        return Precision is Precision.Day ? new TimePoint(Begin(zone), Precision.Day) : new TimePoint(At(zone), Precision);
    }

    /// <exception cref="RuleBrokenException">No incident was in this year.</exception>
    internal static void CheckYear(DateOnly date)
    {
        if (date.Year is < FirstYear or > LastYear)
        {
            throw new RuleBrokenException("time/year", $"Please check the year {date.Year}.");
        }
    }

    /// <summary>The first instant of the day. Some zones change their clocks at midnight, so the day may begin later.</summary>
    private DateTimeOffset Begin(TimeZoneInfo zone)
    {
        var midnight = Date.ToDateTime(TimeOnly.MinValue);

        while (zone.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(15);
        }

        return InUtc(midnight, zone);
    }

    private DateTimeOffset At(TimeZoneInfo zone)
    {
        if (Time is not { } time)
        {
            throw new RuleBrokenException("time/no-time", "Add the time of day, or say that only the day is known.");
        }

        var clock = Date.ToDateTime(Precision is Precision.Second ? time : new TimeOnly(time.Hour, time.Minute));

        if (zone.IsInvalidTime(clock))
        {
            throw new RuleBrokenException("time/does-not-exist", Skipped(clock, zone));
        }

        return InUtc(clock, zone);
    }

    private DateTimeOffset InUtc(DateTime clock, TimeZoneInfo zone)
    {
        var offset = (zone.IsAmbiguousTime(clock), IsSecond) switch
        {
            (true, true) => zone.GetAmbiguousTimeOffsets(clock).Min(),
            (true, false) => zone.GetAmbiguousTimeOffsets(clock).Max(),
            _ => zone.GetUtcOffset(clock),
        };

        return new DateTimeOffset(clock, offset).ToUniversalTime();
    }

    private static string Skipped(DateTime clock, TimeZoneInfo zone)
    {
        var from = clock;
        var to = clock;

        while (zone.IsInvalidTime(from.AddMinutes(-1)))
        {
            from = from.AddMinutes(-1);
        }

        while (zone.IsInvalidTime(to))
        {
            to = to.AddMinutes(1);
        }

        return string.Create(
            CultureInfo.InvariantCulture,
            $"{clock:HH:mm} on {clock:d MMM yyyy} did not exist in {zone.Id}: clocks went from {from:HH:mm} to {to:HH:mm}. Please check the time.");
    }
}
