using System.Globalization;
using Postmortems.Domain.Patterns;
using Postmortems.PatternEngine.Recurrence;

namespace Postmortems.Web.Patterns;

/// <summary>The figures of a watch in words.</summary>
internal static class WatchWords
{
    /// <summary>"0 seen, 3.2 expected"</summary>
    public static string Counts(Watch watch) => watch.Before == 0 ? $"{watch.After} seen" : $"{watch.After} seen, {Number(watch.Expected)} expected";

    /// <summary>"8 in 200 days"</summary>
    public static string In(int count, TimeSpan time) => $"{count} in {Days(time)}";

    public static string Times(int count) => count == 1 ? "once" : $"{count} times";

    public static string Days(TimeSpan time) => time.TotalDays < 1.5 ? "1 day" : $"{Math.Round(time.TotalDays).ToString("#,0", CultureInfo.InvariantCulture)} days";

    /// <summary>"about 4 times in 100", never 0 or 100 of them.</summary>
    public static string Chance(double chance) => chance switch
    {
        < 0.005 => "less than once in 200",
        < 0.015 => "about once in 100",
        > 0.995 => "nearly always",
        _ => $"about {Math.Round(chance * 100).ToString(CultureInfo.InvariantCulture)} times in 100",
    };

    /// <summary>"0.1 to 1.4 times"; what nothing bounds has no end.</summary>
    public static string Times(Interval ratio) => double.IsPositiveInfinity(ratio.High) ? $"at least {Number(ratio.Low)} times" : $"{Number(ratio.Low)} to {Number(ratio.High)} times";

    /// <summary>"0.8 to 7.5 a year"; from less than a year of watching it speaks of no year.</summary>
    public static string Rate(RateRange rate) => $"{Number(rate.Low)} to {Number(rate.High)} {rate.Days switch
    {
        RateRange.Year => "a year",
        RateRange.Month => "in 30 days",
        _ => $"in {Days(TimeSpan.FromDays(rate.Days))}",
    }}";

    public static string Number(double number) => number.ToString(number < 0.1 ? "0.##" : number < 10 ? "0.0" : "#,0", CultureInfo.InvariantCulture);
}
