using Postmortems.PatternEngine.Recurrence;
using Shouldly;

namespace Postmortems.PatternEngine.Tests;

/// <summary>Years of which we know what recurs, what stopped and what came back, over many seeds.</summary>
public sealed class SimulatedYearsTests
{
    private const int Years = 3000;

    private static readonly DateTimeOffset Begin = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Shipped = Begin.AddDays(365);

    /// <summary>What goes on at its old rate is called holding, less often or masked in at most one of twenty cases, and a little more by the chance of the seed.</summary>
    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    [InlineData(16)]
    public void What_goes_on_is_seldom_called_stopped(double perYear)
    {
        var told = Tell(before: perYear, after: perYear);

        ShareOf(told, Verdict.Holding, Verdict.Reduced).ShouldBeLessThan(0.06);
        ShareOf(told, Verdict.CameBack, Verdict.NoChange, Verdict.TooEarly, Verdict.NothingBefore).ShouldBeGreaterThan(0.94);
    }

    /// <summary>What stopped is never said to have come back, and is holding as soon as three were to be expected.</summary>
    [Fact]
    public void What_stopped_never_came_back()
    {
        var told = Tell(before: 8, after: 0);

        told.ShouldNotContain(verdict => verdict == Verdict.CameBack || verdict == Verdict.NoChange || verdict == Verdict.Reduced);
        ShareOf(told, Verdict.Holding).ShouldBeGreaterThan(0.95);
    }

    /// <summary>What stopped for half a year and then went on is seldom called holding when the year is over.</summary>
    [Fact]
    public void What_came_back_is_mostly_seen()
    {
        var told = Tell(before: 8, after: 8, quietDays: 180);

        ShareOf(told, Verdict.Holding).ShouldBeLessThan(0.05);
    }

    /// <summary>Three expected at the old rate: the true chance of none is at most e^-3 where the old rate is known.</summary>
    [Fact]
    public void The_first_day_on_which_quiet_may_be_called_holding_is_wrong_in_one_of_twenty()
    {
        var dice = new Random(101);
        const double PerDay = 8 / 365.0;
        var quiet = Enumerable.Range(0, 20_000).Count(_ => Draw(dice, PerDay * (3 / PerDay)) == 0);

        (quiet / 20_000.0).ShouldBe(Math.Exp(-3), 0.006);
    }

    /// <summary>Eight a year before and three times as many runs after: seen in most years, not in all.</summary>
    [Fact]
    public void An_automation_that_works_three_times_as_often_is_mostly_told_as_masked()
    {
        var dice = new Random(17);
        var told = Enumerable.Range(0, 1000).Select(_ => Watched(Draws(dice, 8, Begin, 365), Draws(dice, 24, Shipped, 365))).ToList();

        (told.Count(verdict => verdict is Verdict.Masked) / 1000.0).ShouldBeGreaterThan(0.8);
    }

    /// <summary>Its condition comes as often as before: the ratio excludes that in one of twenty cases, and on a given day the sum stands above its line in a few more.</summary>
    [Fact]
    public void An_automation_whose_condition_comes_as_before_is_seldom_told_as_masked()
    {
        var dice = new Random(19);
        var told = Enumerable.Range(0, 1000).Select(_ => Watched(Draws(dice, 12, Begin, 365), Draws(dice, 12, Shipped, 365))).ToList();

        (told.Count(verdict => verdict is Verdict.Masked) / 1000.0).ShouldBeLessThan(0.1);
        told.ShouldNotContain(Verdict.CameBack);
    }

    [Fact]
    public void Silence_of_an_automation_that_should_report_is_blind_and_one_that_looked_in_vain_is_not()
    {
        var seen = Draws(new Random(3), 8, Begin, 365);

        Watch.Of(seen, Begin, Shipped, Shipped.AddDays(365), new ReportedRuns(IsToReport: true, HasReported: false, [])).Verdict.ShouldBe(Verdict.Blind);
        Watch.Of(seen, Begin, Shipped, Shipped.AddDays(365), new ReportedRuns(IsToReport: true, HasReported: true, [])).Verdict.ShouldBe(Verdict.Holding);
        Watch.Of(seen, Begin, Shipped, Shipped.AddDays(365)).Verdict.ShouldBe(Verdict.Holding);
    }

    /// <summary>Days until a false alarm, and until a doubled rate is found: simulated 1,500 times in numpy 1.24 with seed 1 (144 ± 3, 221 ± 5, 484 ± 13).</summary>
    [Theory]
    [InlineData(0.2, 3.0, 144)]
    [InlineData(0.02, 1.5, 221)]
    [InlineData(1.0, 6.0, 484)]
    public void The_line_is_passed_by_chance_as_seldom_as_simulation_says(double perDay, double line, double days) =>
        new PoissonCusum(perDay).DaysUntil(line, perDay).ShouldBe(days, days * 0.18);

    [Theory]
    [InlineData(0.01)]
    [InlineData(0.05)]
    [InlineData(0.3)]
    public void Its_own_line_is_passed_about_once_a_year_while_nothing_changes(double perDay)
    {
        var dice = new Random(23);
        var cusum = new PoissonCusum(perDay);
        var days = Enumerable.Range(0, 1500).Average(_ => 1 + cusum.Sums(Forever(dice, perDay)).TakeWhile(sum => sum <= cusum.Line).Count());

        days.ShouldBe(PoissonCusum.DaysToFalseAlarm, PoissonCusum.DaysToFalseAlarm * 0.15);
    }

    /// <summary>From scipy: the score interval written out with norm.ppf.</summary>
    [Theory]
    [InlineData(11, 14, 0.524107694133997, 0.9242861328730683)]
    [InlineData(0, 5, 0, 0.43448246478317476)]
    public void A_share_has_the_interval_of_Wilson(int held, int cases, double low, double high)
    {
        Share.Around(held, cases).Low.ShouldBe(low, 1e-9);
        Share.Around(held, cases).High.ShouldBe(high, 1e-9);
    }

    private static List<Verdict> Tell(double before, double after, int quietDays = 0)
    {
        var dice = new Random((int)(1000 * before) + quietDays);
        return [.. Enumerable.Range(0, Years).Select(_ => Watch.Of([.. Draws(dice, before, Begin, 365), .. Draws(dice, after, Shipped.AddDays(quietDays), 365 - quietDays)], Begin, Shipped, Shipped.AddDays(365)).Verdict)];
    }

    private static Verdict Watched(List<DateTimeOffset> before, List<DateTimeOffset> runs) =>
        Watch.Of(before, Begin, Shipped, Shipped.AddDays(365), new ReportedRuns(true, true, [.. runs.GroupBy(run => DateOnly.FromDateTime(run.UtcDateTime)).Select(day => (day.Key, day.Count()))])).Verdict;

    private static double ShareOf(List<Verdict> told, params Verdict[] verdicts) => told.Count(verdicts.Contains) / (double)told.Count;

    /// <summary>When it happened, at an even rate.</summary>
    private static List<DateTimeOffset> Draws(Random dice, double perYear, DateTimeOffset from, int days)
    {
        List<DateTimeOffset> seen = [];

        for (var at = Gap(dice, perYear); at < days; at += Gap(dice, perYear))
        {
            seen.Add(from.AddDays(at));
        }

        return seen;
    }

    private static double Gap(Random dice, double perYear) => perYear == 0 ? double.PositiveInfinity : -Math.Log(1 - dice.NextDouble()) * 365 / perYear;

    private static int Draw(Random dice, double expected)
    {
        var count = 0;

        for (var at = -Math.Log(1 - dice.NextDouble()); at < expected; at -= Math.Log(1 - dice.NextDouble()))
        {
            count++;
        }

        return count;
    }

    private static IEnumerable<int> Forever(Random dice, double perDay)
    {
        while (true)
        {
            yield return Draw(dice, perDay);
        }
    }
}
