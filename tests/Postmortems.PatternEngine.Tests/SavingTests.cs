using Postmortems.PatternEngine.Recurrence;
using Shouldly;

namespace Postmortems.PatternEngine.Tests;

/// <summary>Figures come from three million draws of the same model by scipy 1.10.1 (gamma, beta, triang) and numpy; ours are 5,000, so they differ by their scatter.</summary>
public sealed class SavingTests
{
    private static readonly double[] NineTimes = [26, 31, 19, 44, 22, 35, 28, 30, 25];
    private static readonly Guess Effect = new(0.5, 0.8, 0.95);

    [Fact]
    public void A_frequent_fix_saves_what_scipy_draws() =>
        Check(new SavingQuestion(20, 365, RatePrior.Unknown, NineTimes, 18, Effect, 480, 5, 24), -76.2, 164.8, 482.4, 0.7977, 17.87);

    [Fact]
    public void Below_five_costs_a_triangle_over_what_was_seen_is_drawn() =>
        Check(new SavingQuestion(9, 365, RatePrior.Unknown, [34, 16, 125], 8, Effect, 240, 0, 12), -98.3, 67.5, 388.6, 0.6590, 9.37);

    [Fact]
    public void A_fix_that_was_chosen_for_being_frequent_is_drawn_towards_the_others() =>
        Check(new SavingQuestion(20, 365, new RatePrior(2.78, 217.4), NineTimes, 18, Effect, 480, 5, 24), -229.8, -66.3, 147.2, 0.3324, 27.84);

    [Fact]
    public void The_same_question_gives_the_same_answer()
    {
        var asked = new SavingQuestion(20, 365, RatePrior.Unknown, NineTimes, 18, Effect, 480, 5, 24);

        Saving.Of(asked).ShouldBe(Saving.Of(asked));
    }

    /// <summary>By moments of these nine counts: mean 4.667, variance 12.5 (numpy, ddof 1).</summary>
    [Fact]
    public void The_rates_together_say_what_one_is_like_before_it_is_looked_at()
    {
        var prior = RatePrior.Of([2, 2, 2, 3, 3, 4, 5, 9, 12], 365);

        prior.Count.ShouldBe(2.7801418439716317, 1e-9);
        prior.Days.ShouldBe(217.44680851063833, 1e-9);
        RatePrior.Of([2, 9, 12], 365).ShouldBe(RatePrior.Unknown);
    }

    [Fact]
    public void Rates_that_scatter_no_more_than_counting_does_are_one_rate() =>
        RatePrior.Of([3, 3, 3, 4, 3, 3], 100).ShouldBe(new RatePrior(19, 600));

    [Fact]
    public void Eight_of_ten_ranges_hold_what_comes_when_the_rate_stays()
    {
        var dice = new Random(20260103);
        var (held, runs) = (0, 300);

        for (var run = 0; run < runs; run++)
        {
            var rate = Gamma(dice);
            var counted = Poisson(dice, rate * 365);
            var saving = Saving.Of(new SavingQuestion(counted, 365, new RatePrior(4, 400), [30, 30], counted, new Guess(0.79, 0.8, 0.81), 0, 0, 12));
            var comes = rate * 365.25 * 30 * 0.8;
            held += saving.Low <= comes && comes <= saving.High ? 1 : 0;
        }

        // Whether it applies is doubted too, so the ranges lie a little low; four standard deviations of 80 % in 300 runs beside it.
        (held / (double)runs).ShouldBeInRange(0.68, 0.92);
    }

    private static void Check(SavingQuestion asked, double low, double median, double high, double chance, double months)
    {
        var saving = Saving.Of(asked);

        saving.Low.ShouldBe(low, 15);
        saving.Median.ShouldBe(median, 15);
        saving.High.ShouldBe(high, 25);
        saving.ChanceOfGain.ShouldBe(chance, 0.027);
        saving.BreakEvenMonths.ShouldBe(months, months * 0.05);
    }

    /// <summary>A rate a day from the distribution that the prior says: four events in four hundred days.</summary>
    private static double Gamma(Random dice) => -Math.Log((1 - dice.NextDouble()) * (1 - dice.NextDouble()) * (1 - dice.NextDouble()) * (1 - dice.NextDouble())) / 400;

    private static int Poisson(Random dice, double mean)
    {
        var (count, left) = (0, Math.Exp(-mean));

        for (var product = 1 - dice.NextDouble(); product > left; product *= 1 - dice.NextDouble())
        {
            count++;
        }

        return count;
    }
}
