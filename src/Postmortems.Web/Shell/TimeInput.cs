using System.Globalization;
using Postmortems.Domain;
using Postmortems.Domain.Incidents;

namespace Postmortems.Web.Shell;

/// <summary>A time as it stands in a form: as typed, so that nothing is lost when it cannot be read. Without a time of day only the day is known.</summary>
public sealed class TimeInput
{
    private static readonly string[] Dates = ["yyyy-MM-dd", "d MMM yyyy", "d MMMM yyyy", "d.M.yyyy", "yyyy/MM/dd"];
    private static readonly string[] Clocks = ["H:mm", "H:mm:ss", "H.mm", "HHmm", "h:mm tt", "h:mmtt", "h tt", "htt"];

    public string? Date { get; set; }

    public string? Time { get; set; }

    public Precision Precision { get; set; } = Precision.Minute;

    /// <summary>Of a time that came twice when clocks went back: the later one.</summary>
    public bool IsSecond { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Date) && string.IsNullOrWhiteSpace(Time);

    public static TimeInput Of(TimePoint? point, string zone)
    {
        if (point is null)
        {
            return new TimeInput();
        }

        var local = LocalTime.Of(point, zone);
        return new TimeInput
        {
            Date = local.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            Time = local.Time?.ToString(local.Precision is Precision.Second ? "HH:mm:ss" : "HH:mm", CultureInfo.InvariantCulture),
            Precision = local.Precision,
            IsSecond = local.IsSecond,
        };
    }

    /// <exception cref="RuleBrokenException">It cannot be read, or it is no time in this zone.</exception>
    public TimePoint? ToPoint(string zone) => ToLocal(zone)?.ToPoint();

    /// <summary>Whether clocks of the zone went back over it, so that people must say which of two they mean.</summary>
    public bool CameTwice(string zone)
    {
        try
        {
            return ToLocal(zone) is { CameTwice: true };
        }
        catch (RuleBrokenException)
        {
            return false;
        }
    }

    private LocalTime? ToLocal(string zone)
    {
        if (IsEmpty)
        {
            return null;
        }

        var date = ReadDate();
        var time = Precision is Precision.Day || string.IsNullOrWhiteSpace(Time) ? (TimeOnly?)null : ReadTime();
        var hasSeconds = time is { Second: > 0 } && Precision is Precision.Minute;
        return new LocalTime(date, time, time is null ? Precision.Day : hasSeconds ? Precision.Second : Precision, zone, IsSecond);
    }

    private DateOnly ReadDate() =>
        DateOnly.TryParseExact(Date?.Trim(), Dates, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new RuleBrokenException("time/date", string.IsNullOrWhiteSpace(Date) ? "Add the date." : $"“{Date}” is not a date. Write it as 2026-11-17.");

    private TimeOnly ReadTime() =>
        TimeOnly.TryParseExact(Time?.Trim(), Clocks, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)
            ? time
            : throw new RuleBrokenException("time/clock", $"“{Time}” is not a time of day. Write it as 14:02.");
}
