using MathNet.Numerics.Distributions;
using MathNet.Numerics.Random;
using MathNet.Numerics.Statistics;

namespace Postmortems.PatternEngine.Recurrence;

/// <summary>What automating a repeated fix may save, as draws from what is known and what is guessed. The same question gives the same answer.</summary>
/// <param name="Low">Minutes: in 10 of 100 cases it saves less than this.</param>
/// <param name="Median">Minutes, less than none where it costs more than it saves.</param>
/// <param name="High">Minutes: in 10 of 100 cases it saves more than this.</param>
/// <param name="ChanceOfGain">How likely it saves anything within the time.</param>
/// <param name="BreakEvenMonths">After how many months half of the cases have paid back; infinite where they never do.</param>
public sealed record Saving(double Low, double Median, double High, double ChanceOfGain, double BreakEvenMonths)
{
    public const int Draws = 5000;

    private const int Seed = 20_260_101;
    private const double DaysInMonth = 365.25 / 12;

    public static Saving Of(SavingQuestion asked)
    {
        ArgumentNullException.ThrowIfNull(asked);
        var dice = new MersenneTwister(Seed);
        var monthly = new double[Draws];

        for (var draw = 0; draw < Draws; draw++)
        {
            var perDay = Gamma.Sample(dice, asked.Count + asked.Prior.Count, asked.Days + asked.Prior.Days);
            var applies = Beta.Sample(dice, asked.Applied + 0.5, asked.Count - asked.Applied + 0.5);
            var works = Triangular.Sample(dice, asked.Effect.Low, asked.Effect.High, asked.Effect.Likely);
            monthly[draw] = perDay * DaysInMonth * CostOf(asked.Minutes, dice) * applies * works;
        }

        var saved = monthly.Select(gain => ((gain - asked.UpkeepMinutes) * asked.Months) - asked.BuildMinutes).ToArray();
        var paidBack = monthly.Select(gain => gain > asked.UpkeepMinutes ? asked.BuildMinutes / (gain - asked.UpkeepMinutes) : double.PositiveInfinity).Order().ToArray();

        return new Saving(saved.Quantile(0.1), saved.Quantile(0.5), saved.Quantile(0.9), saved.Count(minutes => minutes > 0) / (double)Draws, paidBack[Draws / 2]);
    }

    /// <summary>The mean of a lognormal fit, itself uncertain, from five on; below, a triangle over what was seen.</summary>
    private static double CostOf(IReadOnlyList<double> minutes, Random dice)
    {
        if (minutes.Count < 5)
        {
            var (low, high) = (minutes.Min(), minutes.Max());
            return low == high ? low : Triangular.Sample(dice, low, high, minutes.Median());
        }

        var logs = minutes.Select(minute => Math.Log(minute)).ToArray();
        var scatter = logs.StandardDeviation();
        return Math.Exp(Normal.Sample(dice, logs.Mean(), scatter / Math.Sqrt(logs.Length)) + (scatter * scatter / 2));
    }
}

/// <summary>What is known of a repeated fix, and what people guess about automating it.</summary>
/// <param name="Count">How often it was done in <paramref name="Days"/>, the whole time in which it would have been noticed.</param>
/// <param name="Minutes">Of work by hand, where they were written down; at least one, each above none.</param>
/// <param name="Applied">In how many of the past cases the automation would have applied.</param>
/// <param name="Effect">What part of the work it takes over where it applies.</param>
public sealed record SavingQuestion(
    int Count, double Days, RatePrior Prior, IReadOnlyList<double> Minutes, int Applied, Guess Effect, double BuildMinutes, double UpkeepMinutes, int Months);

/// <summary>From where to where somebody guesses, and what is likeliest.</summary>
public sealed record Guess(double Low, double Likely, double High);

/// <summary>
/// What all the rates together say about one of them, before it is looked at: as if it had been seen <paramref name="Count"/> times in
/// <paramref name="Days"/>. What was chosen because it came often is drawn towards the others, because it will come less often anyway.
/// </summary>
public sealed record RatePrior(double Count, double Days)
{
    /// <summary>Knows nothing (Jeffreys): for a rate that stands alone.</summary>
    public static readonly RatePrior Unknown = new(0.5, 0);

    /// <summary>Fewer rates than this say nothing about each other.</summary>
    private const int Fewest = 5;

    /// <summary>Empirical Bayes by moments: the gamma distribution that has the mean and the scatter of the rates beyond that of counting.</summary>
    /// <param name="counts">How often each was seen, all over the same time.</param>
    public static RatePrior Of(IReadOnlyList<int> counts, double days)
    {
        if (counts.Count < Fewest)
        {
            return Unknown;
        }

        var mean = counts.Average();
        var beyond = counts.Select(count => (double)count).Variance() - mean;

        // Rates that scatter no more than counting does are all the same one, as far as can be told.
        return beyond <= 0 ? new RatePrior(counts.Sum(), days * counts.Count) : new RatePrior(mean * mean / beyond, days * mean / beyond);
    }
}
