using MathNet.Numerics.Distributions;
using Postmortems.PatternEngine.Recurrence;
using Shouldly;

namespace Postmortems.PatternEngine.Tests;

/// <summary>
/// How often intervals hold the true value and verdicts are wrong: every pair of counts weighed by its chance, nothing drawn. Expected
/// figures come from the same sums in scipy 1.10.1 (poisson.pmf, chi2.ppf, beta.ppf); the help on patterns says them in words.
/// </summary>
public sealed class CoverageTests
{
    private const int Most = 60;

    private static readonly DateTimeOffset Begin = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Shipped = Begin.AddDays(365);
    private static readonly DateTimeOffset AYearLater = Shipped.AddDays(365);

    [Theory]
    [InlineData(0.3, 0.9964005068169105)]
    [InlineData(1, 0.9810118431238464)]
    [InlineData(3, 0.9880954961436428)]
    [InlineData(8, 0.9689890418580289)]
    [InlineData(20, 0.9567949608871589)]
    public void The_interval_of_a_rate_holds_the_true_one_in_95_of_100_cases_or_more(double rate, double covered) =>
        Enumerable.Range(0, 200).Where(count => Holds(PoissonCount.Around(count), rate)).Sum(count => Chance(rate, count)).ShouldBe(covered, 1e-9);

    [Theory]
    [InlineData(4, 4, 0.9603012821477964)]
    [InlineData(8, 8, 0.939058654500927)]
    [InlineData(8, 2, 0.9729886978820068)]
    [InlineData(3, 9, 0.9561936494252857)]
    [InlineData(16, 16, 0.9284132715983181)]
    public void The_interval_of_a_ratio_holds_the_true_one_in_90_of_100_cases_or_more(double before, double after, double covered) =>
        Years(before, after).Where(year => year.Before + year.After == 0 || Holds(new RateRatio(year.Before, 1, year.After, 1).Around(), after / before)).Sum(year => year.Chance).ShouldBe(covered, 1e-7);

    /// <summary>A year at one rate and another year at it: this share is said to hold or to come less often, wrongly.</summary>
    [Theory]
    [InlineData(2, 0.0450570477)]
    [InlineData(4, 0.0270058950)]
    [InlineData(8, 0.0304994817)]
    [InlineData(16, 0.0357933642)]
    public void What_goes_on_is_wrongly_called_stopped_in_less_than_one_of_twenty_years(double perYear, double wrong) =>
        ShareOf(perYear, perYear, Verdict.Holding, Verdict.Reduced).ShouldBe(wrong, 1e-6);

    [Theory]
    [InlineData(4, 0.7618966944)]
    [InlineData(8, 0.9862460323)]
    [InlineData(16, 0.9999836824)]
    public void What_stopped_is_called_holding_after_a_year_and_never_came_back(double perYear, double found)
    {
        ShareOf(perYear, 0, Verdict.Holding).ShouldBe(found, 1e-6);
        ShareOf(perYear, 0, Verdict.CameBack, Verdict.NoChange, Verdict.Reduced).ShouldBe(0);
    }

    /// <summary>Half as often is hard to see: a year is mostly too short, and the page says that no change was seen, not that there is none.</summary>
    [Theory]
    [InlineData(4, 0.0372987909)]
    [InlineData(8, 0.1995511949)]
    [InlineData(16, 0.4249351436)]
    public void What_comes_half_as_often_is_mostly_not_told_after_a_year(double perYear, double told) =>
        ShareOf(perYear, perYear / 2, Verdict.Reduced).ShouldBe(told, 1e-6);

    /// <summary>Who looks every week looks for the one lucky week: numpy 1.24 (seed 1, 1,500 years) finds 0.083, 0.096 and 0.113.</summary>
    [Theory]
    [InlineData(4, 0.083)]
    [InlineData(8, 0.096)]
    [InlineData(16, 0.113)]
    public void Looked_at_every_week_what_goes_on_is_sometime_called_stopped_in_about_one_of_ten_years(double perYear, double wrong)
    {
        var dice = new Random(29);
        var told = Enumerable.Range(0, 1500).Count(_ =>
        {
            DateTimeOffset[] before = [.. Draws(dice, perYear, Begin)];
            DateTimeOffset[] seen = [.. before, .. Draws(dice, perYear, Shipped)];
            return Enumerable.Range(1, 52).Any(week => Watch.Of(seen, Begin, Shipped, Shipped.AddDays(365.0 * week / 52)).Verdict is Verdict.Holding or Verdict.Reduced);
        });

        (told / 1500.0).ShouldBe(wrong, 0.03);
    }

    private static double ShareOf(double before, double after, params Verdict[] verdicts) =>
        Years(before, after).Where(year => verdicts.Contains(VerdictOf(year.Before, year.After))).Sum(year => year.Chance);

    private static Verdict VerdictOf(int before, int after) =>
        Watch.Of([.. Enumerable.Repeat(Begin.AddDays(10), before), .. Enumerable.Repeat(Shipped.AddDays(10), after)], Begin, Shipped, AYearLater).Verdict;

    private static IEnumerable<(int Before, int After, double Chance)> Years(double before, double after) =>
        from first in Enumerable.Range(0, Most)
        from second in Enumerable.Range(0, Most)
        let chance = Chance(before, first) * Chance(after, second)
        where chance >= 1e-12
        select (first, second, chance);

    private static double Chance(double expected, int count) => expected == 0 ? (count == 0 ? 1 : 0) : Poisson.PMF(expected, count);

    private static bool Holds(Interval interval, double value) => interval.Low <= value && value <= interval.High;

    private static List<DateTimeOffset> Draws(Random dice, double perYear, DateTimeOffset from) =>
        [.. Enumerable.Range(0, Poisson.Sample(dice, perYear)).Select(_ => from.AddDays(365 * dice.NextDouble()))];
}
