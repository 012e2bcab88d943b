using System.Globalization;
using Postmortems.Domain.Incidents;

namespace Postmortems.Web.ActionItems;

/// <summary>Due dates in words, as seen from the day it is for the reader.</summary>
public static class Due
{
    private const int Soon = 7;
    private const int InSight = 14;

    /// <summary>The day it is in a zone.</summary>
    public static DateOnly Today(this TimeProvider clock, string zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(clock.GetUtcNow(), Zones.Find(zone) ?? TimeZoneInfo.Utc).DateTime);

    /// <summary>"Mon 16 Nov", with the year when it is another one.</summary>
    public static string Day(DateOnly due, DateOnly today) =>
        due.ToString(due.Year == today.Year ? "ddd d MMM" : "ddd d MMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>"3 days over", "today", "tomorrow", "in 5 days"; nothing when it is further away than two weeks.</summary>
    public static string Distance(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        -1 => "1 day over",
        < 0 and var days => string.Create(CultureInfo.InvariantCulture, $"{-days:N0} days over"),
        0 => "today",
        1 => "tomorrow",
        <= InSight and var days => string.Create(CultureInfo.InvariantCulture, $"in {days} days"),
        _ => "",
    };

    /// <summary>"over", "soon" or nothing.</summary>
    public static string Tone(DateOnly due, DateOnly today) => (due.DayNumber - today.DayNumber) switch
    {
        < 0 => "over",
        < Soon => "soon",
        _ => "",
    };

    /// <summary>Which stretch of the list it stands in.</summary>
    public static string Stretch(DateOnly? due, DateOnly today) => due switch
    {
        null => "No date yet",
        { } day when day < today => "Overdue",
        { } day when day.DayNumber - today.DayNumber <= InSight => "Due in two weeks",
        _ => "Later",
    };
}
