namespace Postmortems.PatternEngine.Recurrence;

/// <summary>Whether something stopped after it was fixed or automated. The formulas and their sources stand in <see cref="RateRatio"/>.</summary>
public sealed class Watch
{
    /// <summary>Below this many expected ones quiet says little: none at all still happens in more than e^-3, 5 of 100 cases.</summary>
    private const double EnoughExpected = 3;

    /// <summary>Quiet that happens less often than this while nothing changed speaks for itself.</summary>
    private const double Surprise = 0.05;

    private readonly RateRatio ratio;

    private Watch(int before, TimeSpan timeBefore, int after, TimeSpan timeAfter, DateTimeOffset shipped, ReportedRuns runs, Condition condition)
    {
        ratio = new RateRatio(before, timeBefore.TotalDays, after, timeAfter.TotalDays);
        (TimeBefore, TimeAfter, Shipped, Runs, Condition) = (timeBefore, timeAfter, shipped, runs, condition);
        Verdict = Decide();
    }

    public Verdict Verdict { get; }

    public int Before => ratio.Before;

    public int After => ratio.After;

    public TimeSpan TimeBefore { get; }

    public TimeSpan TimeAfter { get; }

    public DateTimeOffset Shipped { get; }

    /// <summary>What the automation reported.</summary>
    public ReportedRuns Runs { get; }

    /// <summary>How often its condition came, whoever noticed.</summary>
    public Condition Condition { get; }

    /// <summary>How many there would be by now at the old rate.</summary>
    public double Expected => Before * (TimeAfter / TimeBefore);

    /// <summary>How likely none at all would be at exactly the old rate.</summary>
    public double ChanceOfNone => Math.Exp(-Expected);

    /// <summary>How likely so few would be while the rate stays the same, the old rate being uncertain itself.</summary>
    public double ChanceOfSoFew => ratio.ChanceOfSoFew;

    /// <summary>Between which factors of the old rate the new one lies, in 90 of 100 cases.</summary>
    public Interval Ratio => ratio.Around();

    /// <summary>When quiet would first say something, or more than it says now. Null where waiting alone decides nothing.</summary>
    public DateTimeOffset? NextVerdictAt => (Verdict, After) switch
    {
        (Verdict.TooEarly, _) => Shipped + (TimeBefore * (EnoughExpected / Before)),
        (Verdict.Holding, 0) when ChanceOfSoFew >= Surprise => Shipped + (TimeBefore * (Math.Pow(Surprise, -1.0 / Before) - 1)),
        _ => null,
    };

    /// <param name="seen">When it happened, in any order; what lies outside of the watched time is not counted.</param>
    /// <param name="from">Since when it would have been noticed, which is not when it was first seen.</param>
    /// <param name="shipped">When what should stop it began to work.</param>
    /// <param name="runs">What it reported since; null where nobody expects reports of it.</param>
    /// <exception cref="ArgumentException">It shipped before anybody watched, or in the future.</exception>
    public static Watch Of(IReadOnlyList<DateTimeOffset> seen, DateTimeOffset from, DateTimeOffset shipped, DateTimeOffset now, ReportedRuns? runs = null)
    {
        if (shipped <= from || now <= shipped)
        {
            throw new ArgumentException("A watch needs time before and after what shipped.", nameof(shipped));
        }

        var reported = runs ?? ReportedRuns.Unexpected;
        var before = seen.Count(at => at >= from && at <= shipped);
        DateTimeOffset[] after = [.. seen.Where(at => at > shipped && at <= now)];
        return new Watch(before, shipped - from, after.Length, now - shipped, shipped, reported, Condition.Of(before, shipped - from, after, reported, shipped, now));
    }

    private Verdict Decide() => (Before, After) switch
    {
        (0, _) => Verdict.NothingBefore,
        _ when Runs.Acted.Count > 0 && Condition.IsRising && (After == 0 || Ratio.High < 1) => Verdict.Masked,
        (_, 0) when Runs is { IsToReport: true, HasReported: false } => Verdict.Blind,
        (_, 0) => Expected < EnoughExpected ? Verdict.TooEarly : Verdict.Holding,
        _ when Ratio.High < 1 => Verdict.Reduced,
        _ => Expected < EnoughExpected ? Verdict.CameBack : Verdict.NoChange,
    };
}
