using System.Globalization;
using Postmortems.Domain.Incidents;

namespace Postmortems.Web.Shell;

/// <summary>Lengths of time in words: "47 min", "3 h 06", "2 days 4 h".</summary>
public static class Durations
{
    public static string Say(TimeSpan length) => length switch
    {
        { Ticks: < 0 } => $"−{Say(length.Negate())}",
        { TotalSeconds: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{length.Seconds} s"),
        { TotalMinutes: < 60 } => string.Create(CultureInfo.InvariantCulture, $"{length.Minutes} min"),
        { TotalHours: < 48 } => string.Create(CultureInfo.InvariantCulture, $"{(int)length.TotalHours} h {length.Minutes:00}"),
        { Hours: 0 } => string.Create(CultureInfo.InvariantCulture, $"{length.Days} days"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{length.Days} days {length.Hours} h"),
    };

    /// <summary>How long from one time to another, no more exactly than both are known: "about 4 h 10", "less than a day".</summary>
    public static string Between(TimePoint from, TimePoint to)
    {
        var length = to.At - from.At;

        if (from.Precision is Precision.Day || to.Precision is Precision.Day)
        {
            var days = (int)Math.Round(Math.Abs(length.TotalDays));
            return days switch { 0 => "less than a day", 1 => "about a day", _ => string.Create(CultureInfo.InvariantCulture, $"about {days} days") };
        }

        var isRough = from.Precision is Precision.About or Precision.Hour || to.Precision is Precision.About or Precision.Hour;
        return isRough ? $"about {Say(length)}" : Say(length);
    }
}
