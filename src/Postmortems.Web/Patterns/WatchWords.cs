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

    /// <summary>Why the verdict is what it is, with its arithmetic.</summary>
    public static string Reason(Watch watch)
    {
        var old = $"At the old rate, {In(watch.Before, watch.TimeBefore)}, we would expect {Number(watch.Expected)} in the {Days(watch.TimeAfter)} since it shipped.";

        return watch.Verdict switch
        {
            Verdict.TooEarly => $"{old} With fewer than three expected, quiet says little.",
            Verdict.Holding => $"{old} If nothing had changed, none at all would still happen {Chance(watch.ChanceOfNone)}, or {Chance(watch.ChanceOfSoFew)} when we admit that the old rate is itself uncertain. It is evidence, not proof.",
            Verdict.Reduced => $"{old} The new rate is {Times(watch.Ratio)} the old one, in 90 of 100 cases. If nothing had changed, so few would still happen {Chance(watch.ChanceOfSoFew)}.",
            Verdict.CameBack => $"{old} It did not stop. Whether it comes less often can't be told yet: {Times(watch.Ratio)} the old rate fits, in 90 of 100 cases.",
            Verdict.NoChange => $"{old} Anything of {Times(watch.Ratio)} the old rate fits what was seen, in 90 of 100 cases, and so does no change at all.",
            Verdict.Blind => $"{old} Its automation has reported no run, so quiet may mean that nothing happens, or that it works every night.",
            Verdict.Masked => $"{old} Few are called, but incidents and runs that did something come to {watch.Condition.Count}: {Times(watch.Condition.Ratio)} the old rate fits, in 90 of 100 cases{(watch.Condition.Ratio.Low > 1 ? "" : ", and their daily sum stands above the line that it passes about once a year while nothing changes")}. The work stopped; the cause did not.",
            _ => "It was not seen before its automation shipped, so there is no old rate.",
        };
    }

    /// <summary>What its runs add to the incidents; null where none did anything.</summary>
    public static string? Condition(Watch watch) =>
        watch.Verdict is Verdict.Masked || watch.Runs.Acted.Count == 0
            ? null
            : $"Its condition came {Times(watch.Condition.Count)}, incidents and runs that did something together: {Times(watch.Condition.Ratio)} the old rate fits, in 90 of 100 cases.";

    /// <summary>"0.8 to 7.5 a year"; from less than a year of watching it speaks of no year.</summary>
    public static string Rate(RateRange rate) => $"{Number(rate.Low)} to {Number(rate.High)} {rate.Days switch
    {
        RateRange.Year => "a year",
        RateRange.Month => "in 30 days",
        _ => $"in {Days(TimeSpan.FromDays(rate.Days))}",
    }}";

    public static string Number(double number) => number.ToString(number < 0.1 ? "0.##" : number < 10 ? "0.0" : "#,0", CultureInfo.InvariantCulture);
}
