using Postmortems.PatternEngine.Recurrence;
using Shouldly;

namespace Postmortems.PatternEngine.Tests;

/// <summary>Figures come from scipy 1.10.1 (chi2, beta and binom), and from the documentation of poisson.test in R where that is said.</summary>
public sealed class RecurrenceTests
{
    private static readonly DateTimeOffset Shipped = new(2026, 8, 31, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 0, 3.6888794541139354)]
    [InlineData(1, 0.025317807984289876, 5.571643390938898)]
    [InlineData(3, 0.6186721228956014, 8.767273069742323)]
    [InlineData(10, 4.7953886961324335, 18.39035604201778)]
    [InlineData(20, 12.216519585403944, 30.8883779026746)]
    public void A_count_says_between_which_counts_the_true_one_lies(int count, double low, double high)
    {
        var around = PoissonCount.Around(count);

        around.Low.ShouldBe(low, 1e-6);
        around.High.ShouldBe(high, 1e-6);
    }

    /// <summary>The example of R's poisson.test: 11 events in 800 person-years against 21 in 3,011.</summary>
    [Fact]
    public void Two_rates_compare_as_in_R()
    {
        var around = new RateRatio(21, 3011, 11, 800).Around(0.95);

        around.Low.ShouldBe(0.8584264, 1e-6);
        around.High.ShouldBe(4.2772659, 1e-6);
    }

    [Theory]
    [InlineData(8, 200, 0, 80, 0, 1.1355385836223837, 0.06776036154587124)]
    [InlineData(12, 365, 3, 365, 0.06027321082526996, 0.7850271649487357, 0.017578125)]
    [InlineData(10, 365, 3, 365, 0.07072063451959147, 0.9788254991919287, 0.046142578125)]
    public void A_later_rate_is_compared_with_an_earlier_one(int before, double timeBefore, int after, double timeAfter, double low, double high, double chance)
    {
        var ratio = new RateRatio(before, timeBefore, after, timeAfter);

        ratio.Around().Low.ShouldBe(low, 1e-6);
        ratio.Around().High.ShouldBe(high, 1e-6);
        ratio.ChanceOfSoFew.ShouldBe(chance, 1e-9);
    }

    /// <summary>Exact intervals hold the truth at least as often as they promise, and not always: then they would say nothing.</summary>
    [Theory]
    [InlineData(6, 1)]
    [InlineData(10, 0.5)]
    [InlineData(20, 0.25)]
    public void The_interval_of_a_ratio_holds_the_true_one_as_often_as_it_promises(double expected, double truth)
    {
        var random = new Random(7);
        const int Years = 4000;
        var held = Enumerable.Range(0, Years).Select(_ => new RateRatio(Draw(random, expected), 1, Draw(random, expected * truth), 1).Around()).Count(around => around.Low <= truth && truth <= around.High);

        (held / (double)Years).ShouldBeInRange(0.89, 0.995);
    }

    [Fact]
    public void Quiet_is_too_early_until_three_were_to_be_expected()
    {
        var early = Watched(before: 8, daysBefore: 200, after: 0, daysAfter: 70);

        early.Verdict.ShouldBe(Verdict.TooEarly);
        early.Expected.ShouldBe(2.8, 1e-9);
        early.NextVerdictAt.ShouldBe(Shipped.AddDays(75));
    }

    [Fact]
    public void Quiet_that_lasted_is_holding_and_says_when_it_would_say_more()
    {
        var holding = Watched(before: 8, daysBefore: 200, after: 0, daysAfter: 80);

        holding.Verdict.ShouldBe(Verdict.Holding);
        holding.ChanceOfNone.ShouldBe(0.0407622, 1e-6);
        holding.ChanceOfSoFew.ShouldBe(0.0677604, 1e-6);
        holding.NextVerdictAt!.Value.ShouldBe(Shipped.AddDays(90.844), TimeSpan.FromDays(0.001));
        Watched(before: 8, daysBefore: 200, after: 0, daysAfter: 91).NextVerdictAt.ShouldBeNull();
    }

    [Theory]
    [InlineData(2, 10, 1, 5, Verdict.CameBack)]
    [InlineData(8, 200, 1, 60, Verdict.CameBack)]
    [InlineData(12, 365, 3, 365, Verdict.Reduced)]
    [InlineData(6, 365, 4, 365, Verdict.NoChange)]
    [InlineData(0, 365, 0, 365, Verdict.NothingBefore)]
    [InlineData(0, 365, 2, 365, Verdict.NothingBefore)]
    public void What_was_seen_again_is_told_by_how_often(int before, double daysBefore, int after, double daysAfter, Verdict verdict) =>
        Watched(before, daysBefore, after, daysAfter).Verdict.ShouldBe(verdict);

    [Fact]
    public void What_lies_outside_of_the_watched_time_does_not_count()
    {
        var watch = Watch.Of([Shipped.AddDays(-400), Shipped.AddDays(-10), Shipped, Shipped.AddDays(9)], Shipped.AddDays(-100), Shipped, Shipped.AddDays(8));

        (watch.Before, watch.After).ShouldBe((2, 0));
    }

    /// <summary>Nothing changed in these years, so that whoever says Reduced or Holding is mistaken.</summary>
    [Fact]
    public void Where_nothing_changed_it_is_seldom_told_that_something_did()
    {
        var random = new Random(11);
        const int Years = 4000;
        var told = Enumerable.Range(0, Years).Select(_ => (Before: Draw(random, 8), After: Draw(random, 8))).Where(year => year.Before > 0).Select(year => Watched(year.Before, 365, year.After, 365).Verdict).ToList();

        told.Count(verdict => verdict is Verdict.Reduced or Verdict.Holding).ShouldBeLessThan((int)(Years * 0.06));
    }

    [Fact]
    public void What_fell_to_a_tenth_is_mostly_told()
    {
        var random = new Random(13);
        var told = Enumerable.Range(0, 1000).Select(_ => Watched(Math.Max(1, Draw(random, 12)), 365, Draw(random, 1.2), 365).Verdict).ToList();

        told.Count(verdict => verdict is Verdict.Reduced or Verdict.Holding).ShouldBeGreaterThan(850);
    }

    private static Watch Watched(int before, double daysBefore, int after, double daysAfter)
    {
        var seen = Enumerable.Range(1, before).Select(i => Shipped.AddDays(-daysBefore * i / (before + 1))).Concat(Enumerable.Range(1, after).Select(i => Shipped.AddDays(daysAfter * i / (after + 1))));
        return Watch.Of([.. seen], Shipped.AddDays(-daysBefore), Shipped, Shipped.AddDays(daysAfter));
    }

    /// <summary>A Poisson count, by the time until each next event.</summary>
    private static int Draw(Random random, double expected)
    {
        var count = 0;

        for (var at = -Math.Log(1 - random.NextDouble()); at < expected; at -= Math.Log(1 - random.NextDouble()))
        {
            count++;
        }

        return count;
    }
}
