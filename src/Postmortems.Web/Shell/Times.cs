using System.Globalization;
using Postmortems.Domain.Incidents;

namespace Postmortems.Web.Shell;

/// <summary>Times in words: always with their date and zone somewhere in sight, never more exact than they are known.</summary>
public static class Times
{
    /// <summary>"17 Nov 2026"</summary>
    public static string Date(DateOnly date) => date.ToString("d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"17 Nov 2026"</summary>
    public static string Date(DateTimeOffset at, string zone) => Date(DateOnly.FromDateTime(In(at, zone).DateTime));

    /// <summary>"14:02 CET", with seconds where they are known. Nothing when only the day is known.</summary>
    public static string Clock(TimePoint point, string zone) => point.Precision switch
    {
        Precision.Day => "",
        Precision.Second => $"{In(point.At, zone).ToString("HH:mm:ss", CultureInfo.InvariantCulture)} {ZoneLetters.Say(zone, point.At)}",
        _ => $"{In(point.At, zone).ToString("HH:mm", CultureInfo.InvariantCulture)} {ZoneLetters.Say(zone, point.At)}",
    };

    /// <summary>What to say beside a time that is not exact: "about", "±30 min", "time of day not known".</summary>
    public static string Doubt(Precision precision) => precision switch
    {
        Precision.About => "about",
        Precision.Hour => "±30 min",
        Precision.Day => "time of day not known",
        _ => "",
    };

    /// <summary>"17 Nov 2026, about 14:02 CET"</summary>
    public static string Say(TimePoint point, string zone) => point.Precision switch
    {
        Precision.Day => Date(point.At, zone),
        Precision.About => $"{Date(point.At, zone)}, about {Clock(point, zone)}",
        Precision.Hour => $"{Date(point.At, zone)}, {Clock(point, zone)} ±30 min",
        _ => $"{Date(point.At, zone)}, {Clock(point, zone)}",
    };

    /// <summary>"17 Nov 2026, 14:02 CET"</summary>
    public static string Say(DateTimeOffset at, string zone) => Say(new TimePoint(at, Precision.Minute), zone);

    /// <summary>"17 Nov 2026, 14:02 to 14:31 CET"; the day is said again where it is another.</summary>
    public static string Span(DateTimeOffset began, DateTimeOffset ended, string zone)
    {
        var (first, last) = (Say(began, zone), Say(ended, zone));
        var letters = $" {ZoneLetters.Say(zone, began)}";

        return first == last ? first
            : Date(began, zone) != Date(ended, zone) || letters != $" {ZoneLetters.Say(zone, ended)}" ? $"{first} to {last}"
            : $"{first[..^letters.Length]} to {Clock(new TimePoint(ended, Precision.Minute), zone)}";
    }

    /// <summary>For the datetime attribute: as exact as the time is known, with its offset.</summary>
    public static string Machine(TimePoint point, string zone) => In(point.At, zone).ToString(
        point.Precision switch
        {
            Precision.Day => "yyyy-MM-dd",
            Precision.Second => "yyyy-MM-dd'T'HH:mm:sszzz",
            _ => "yyyy-MM-dd'T'HH:mmzzz",
        },
        CultureInfo.InvariantCulture);

    private static DateTimeOffset In(DateTimeOffset at, string zone) => TimeZoneInfo.ConvertTime(at, Zones.Find(zone) ?? TimeZoneInfo.Utc);
}
