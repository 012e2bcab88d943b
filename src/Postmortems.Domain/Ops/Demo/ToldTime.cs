using System.Globalization;
using Postmortems.Domain.Incidents;

namespace Postmortems.Domain.Ops.Demo;

/// <summary>
/// Reads a time as the stories write it: "14:05", "14:05:12", "~14:05" for about, "14h" within the hour, "day" when only
/// that is known; "-61 14:05" and "+1 14:05" count days from the day of the incident.
/// </summary>
internal static class ToldTime
{
    public static TimePoint On(DateOnly day, string told, string zone)
    {
        var parts = told.Split(' ');
        var shifted = parts.Length > 1 ? day.AddDays(int.Parse(parts[0], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)) : day;
        var (time, precision) = Clock(parts[^1]);

        return new LocalTime(shifted, time, precision, zone).ToPoint();
    }

    private static (TimeOnly? Time, Precision Precision) Clock(string clock) => clock switch
    {
        "day" => (null, Precision.Day),
        ['~', .. var about] => (Read(about), Precision.About),
        [.. var hour, 'h'] => (new TimeOnly(int.Parse(hour, CultureInfo.InvariantCulture), 0), Precision.Hour),
        { Length: > 5 } => (Read(clock), Precision.Second),
        _ => (Read(clock), Precision.Minute),
    };

    private static TimeOnly Read(string clock) => TimeOnly.Parse(clock, CultureInfo.InvariantCulture);
}
