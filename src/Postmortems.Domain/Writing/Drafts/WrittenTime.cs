using System.Globalization;
using Postmortems.Domain.Incidents;

namespace Postmortems.Domain.Writing.Drafts;

/// <summary>Times as they stand in a draft: never more exact than they are known, always with date and zone.</summary>
internal static class WrittenTime
{
    public static string Of(TimePoint point, string zone) =>
        point.Precision == Precision.Day ? Clock(point, zone) : $"{Clock(point, zone)} {ZoneLetters.Say(zone, point.At)}";

    /// <summary>Without the zone, for tables that say it once.</summary>
    public static string Clock(TimePoint point, string zone)
    {
        var local = Local(point, zone);

        return point.Precision switch
        {
            Precision.Day => Say(local, "d MMM yyyy"),
            Precision.Hour => "around " + Say(local, "d MMM yyyy, HH:mm"),
            Precision.About => "about " + Say(local, "d MMM yyyy, HH:mm"),
            Precision.Second => Say(local, "d MMM yyyy, HH:mm:ss"),
            _ => Say(local, "d MMM yyyy, HH:mm"),
        };
    }

    public static string Day(TimePoint point, string zone) => Say(Local(point, zone), "d MMMM yyyy");

    /// <summary>How long it was between two times, or nothing when they are not known exactly enough to say.</summary>
    public static string? Between(TimePoint first, TimePoint second)
    {
        if (second.At <= first.At || first.Precision >= Precision.Hour || second.Precision >= Precision.Hour)
        {
            return null;
        }

        var span = second.At - first.At;
        var about = first.Precision == Precision.About || second.Precision == Precision.About ? "about " : "";

        return span < TimeSpan.FromHours(2)
            ? Invariant($"{about}{span.TotalMinutes:0} min")
            : Invariant($"{about}{(int)span.TotalHours} h {span.Minutes} min");
    }

    private static DateTimeOffset Local(TimePoint point, string zone) => TimeZoneInfo.ConvertTime(point.At, Zones.Find(zone) ?? TimeZoneInfo.Utc);

    private static string Say(DateTimeOffset local, string format) => local.ToString(format, CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString words) => words.ToString(CultureInfo.InvariantCulture);
}
