namespace Postmortems.PatternEngine.Recurrence;

/// <summary>What an automation reported, day by day: without it an automation that works in silence hides that its condition still occurs.</summary>
/// <param name="IsToReport">Somebody expects reports of it, so that silence is not quiet.</param>
/// <param name="HasReported">It reported at least one run, of whatever outcome.</param>
/// <param name="Acted">How often its runs did something, by day; days without are left out.</param>
public sealed record ReportedRuns(bool IsToReport, bool HasReported, IReadOnlyList<(DateOnly Day, int Count)> Acted)
{
    public static readonly ReportedRuns Unexpected = new(IsToReport: false, HasReported: false, []);
}

/// <summary>How often the condition of an automation came since it shipped, whoever noticed: incidents and runs that did something.</summary>
/// <param name="Count">Incidents and runs.</param>
/// <param name="Ratio">Between which factors of the old rate of incidents it lies, in 90 of 100 cases.</param>
/// <param name="IsRising">It comes surely more often than before, or its daily sum has passed its line.</param>
public sealed record Condition(int Count, Interval Ratio, bool IsRising)
{
    /// <summary>Fewer than this rise nowhere.</summary>
    public const int Fewest = 3;

    internal static Condition Of(int before, TimeSpan timeBefore, IReadOnlyList<DateTimeOffset> incidents, ReportedRuns runs, DateTimeOffset shipped, DateTimeOffset now)
    {
        var first = DateOnly.FromDateTime(shipped.UtcDateTime);
        var last = DateOnly.FromDateTime(now.UtcDateTime);
        var daily = new int[last.DayNumber - first.DayNumber + 1];

        foreach (var (day, count) in runs.Acted.Concat(incidents.Select(at => (DateOnly.FromDateTime(at.UtcDateTime), 1))).Where(seen => seen.Item1 >= first && seen.Item1 <= last))
        {
            daily[day.DayNumber - first.DayNumber] += count;
        }

        var all = daily.Sum();
        var ratio = new RateRatio(before, timeBefore.TotalDays, all, (now - shipped).TotalDays).Around();
        return new Condition(all, ratio, all >= Fewest && before > 0 && (ratio.Low > 1 || HasPassed(MostBefore(before) / timeBefore.TotalDays, daily)));
    }

    /// <summary>A few occurrences say little of the rate before, so the sum is held against the highest that fits them in nine of ten cases.</summary>
    private static double MostBefore(int seen) => PoissonCount.Around(seen, 0.80).High;

    /// <summary>As it stands today: a sum that has fallen below its line again says no more.</summary>
    private static bool HasPassed(double perDay, int[] daily)
    {
        var cusum = new PoissonCusum(perDay);
        return cusum.IsPassedBy(cusum.Sums(daily).Last());
    }
}
