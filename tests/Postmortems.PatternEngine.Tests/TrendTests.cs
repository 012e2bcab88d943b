using Postmortems.PatternEngine.Recurrence;
using Shouldly;

namespace Postmortems.PatternEngine.Tests;

/// <summary>Figures come from scipy 1.10.1 (chi2.cdf, hypergeom.sf), those of Adjusted from the rule of the paper, written out in numpy.</summary>
public sealed class TrendTests
{
    private static readonly DateTimeOffset From = new(2025, 11, 22, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(new double[] { 50, 120, 200, 250, 290, 310, 340, 355 }, 1.7496400017575013, 0.18533323114282918)]
    [InlineData(new double[] { 3, 10, 22, 41, 80, 140, 250 }, 0.430813250651922, 0.006805988005952335)]
    [InlineData(new double[] { 280, 300, 310, 325, 330, 340, 350, 352, 358, 360 }, 9.767872772700692, 2.758727644598021e-07)]
    public void A_trend_has_the_growth_and_the_chance_that_scipy_gives(double[] days, double growth, double chance)
    {
        var trend = Trend.Of(days.Select(day => From.AddDays(day)), From, From.AddDays(365))!;

        trend.Growth.ShouldBe(growth, 1e-9);
        trend.Chance.ShouldBe(chance, 1e-9);
        trend.IsRising.ShouldBe(growth > 1);
    }

    [Fact]
    public void Four_are_too_few_to_tell() =>
        Trend.Of([From.AddDays(300), From.AddDays(320), From.AddDays(340), From.AddDays(360)], From, From.AddDays(365)).ShouldBeNull();

    [Fact]
    public void What_happens_at_an_even_rate_is_called_a_trend_as_often_as_the_chance_says()
    {
        var dice = new Random(20260101);
        var called = 0;

        for (var run = 0; run < 4000; run++)
        {
            var count = 5 + dice.Next(20);
            var seen = Enumerable.Range(0, count).Select(_ => From.AddDays(365 * (1 - dice.NextDouble())));
            called += Trend.Of(seen, From, From.AddDays(365))!.Chance < 0.05 ? 1 : 0;
        }

        // Four standard deviations of a share of 5 % in 4,000 runs.
        (called / 4000.0).ShouldBe(0.05, 0.0138);
    }

    [Fact]
    public void A_rate_that_doubles_over_the_time_is_found_as_often_as_it_was_measured()
    {
        var dice = new Random(20260102);
        var found = Enumerable.Range(0, 2000).Count(_ =>
            Trend.Of(Enumerable.Range(0, 20).Select(_ => From.AddDays(365 * Math.Sqrt(1 - dice.NextDouble()))), From, From.AddDays(365)) is { IsRising: true, Chance: < 0.10 });

        // One-sided at .05, n = 20, exponent 2: .92.
        (found / 2000.0).ShouldBe(0.92, 0.03);
    }

    [Theory]
    [InlineData(new[] { 0.005, 0.009, 0.05, 0.10, 0.20, 0.30 }, new[] { 0.027, 0.027, 0.1, 0.15, 0.24, 0.3 })]
    [InlineData(new[] { 0.81, 0.01, 0.014, 0.013 }, new[] { 0.81, 0.0186666666666667, 0.0186666666666667, 0.0186666666666667 })]
    public void Many_tests_are_adjusted_together(double[] chances, double[] adjusted)
    {
        var found = FalseDiscovery.Adjusted(chances);

        for (var at = 0; at < adjusted.Length; at++)
        {
            found[at].ShouldBe(adjusted[at], 1e-12);
        }
    }

    [Theory]
    [InlineData(4, 9, 8, 40, 0.05943909659079938, 1.956521739130435, 1.639783183499846)]
    [InlineData(3, 12, 10, 100, 0.09810112679702727, 2.058823529411765, 1.6431676725154984)]
    [InlineData(5, 6, 7, 60, 2.2371427213163344e-05, 4.583333333333334, 5.1394830201378925)]
    public void What_comes_together_is_compared_with_chance(int both, int first, int second, int all, double chance, double lift, double residual)
    {
        var together = new Together(both, first, second, all);

        together.Chance.ShouldBe(chance, 1e-9);
        together.Lift.ShouldBe(lift, 1e-12);
        together.Residual.ShouldBe(residual, 1e-12);
    }
}
