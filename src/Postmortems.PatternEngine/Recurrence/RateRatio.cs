using MathNet.Numerics.Distributions;

namespace Postmortems.PatternEngine.Recurrence;

/// <summary>
/// Two counts over two times, compared exactly: given how many there were in all, the later ones follow a binomial distribution
/// whose share is that of the later time while the rate stays the same (Przyborowski and Wilenski (1940), Biometrika 31, 313-323).
/// </summary>
/// <param name="Before">How often it was seen in <paramref name="TimeBefore"/>; at least once.</param>
/// <param name="TimeBefore">Longer than none, in the unit of <paramref name="TimeAfter"/>.</param>
/// <param name="After">How often it was seen in <paramref name="TimeAfter"/>.</param>
/// <param name="TimeAfter">Longer than none.</param>
public sealed record RateRatio(int Before, double TimeBefore, int After, double TimeAfter)
{
    /// <summary>How likely so few or fewer are while the rate stays the same; the old rate counts as uncertain.</summary>
    public double ChanceOfSoFew => Binomial.CDF(TimeAfter / (TimeBefore + TimeAfter), Before + After, After);

    /// <summary>Between which factors the new rate lies of the old one: the interval of Clopper and Pearson (1934), Biometrika 26, 404-413, as a ratio.</summary>
    public Interval Around(double confidence = 0.90)
    {
        var tail = (1 - confidence) / 2;
        var low = After == 0 ? 0 : Beta.InvCDF(After, Before + 1, tail);
        var high = Before == 0 ? 1 : Beta.InvCDF(After + 1, Before, 1 - tail);
        return new(Ratio(low), Ratio(high));
    }

    private double Ratio(double share) => share >= 1 ? double.PositiveInfinity : share / (1 - share) * TimeBefore / TimeAfter;
}
