using MathNet.Numerics.Distributions;

namespace Postmortems.PatternEngine.Recurrence;

/// <summary>How often two things are found in one place, beside how often they would be if they knew nothing of each other.</summary>
/// <param name="Both">In how many places both were found.</param>
/// <param name="First">In how many the first was.</param>
/// <param name="Second">In how many the second was.</param>
/// <param name="All">How many places were looked at.</param>
public sealed record Together(int Both, int First, int Second, int All)
{
    public double Expected => (double)First * Second / All;

    /// <summary>How many times as often as expected, drawn towards 1 where little was seen: one half is added above and below.</summary>
    public double Lift => (Both + 0.5) / (Expected + 0.5);

    /// <summary>How likely so many or more are by chance: the upper tail of the hypergeometric distribution (Fisher's exact test, one-sided).</summary>
    public double Chance => Both == 0 ? 1 : Math.Clamp(1 - Hypergeometric.CDF(All, First, Second, Both - 1), 0, 1);

    /// <summary>How likely so many or more, or so few or fewer, are by chance; the smaller of the two, doubled.</summary>
    public double ChanceOfEither => Math.Min(1, 2 * Math.Min(Chance, Math.Clamp(Hypergeometric.CDF(All, First, Second, Both), 0, 1)));

    /// <summary>The difference from what was expected in units of its scatter (Pearson's residual).</summary>
    public double Residual => Expected == 0 ? 0 : (Both - Expected) / Math.Sqrt(Expected);

    /// <summary>
    /// The same, allowing for the sums of row and column being fixed, so that its scatter is one: the adjusted residual of Haberman (1973),
    /// Biometrics 29, 205-220. None where the row or the column is all there is.
    /// </summary>
    public double AdjustedResidual
    {
        get
        {
            var scatter = Expected * (1 - ((double)First / All)) * (1 - ((double)Second / All));
            return scatter <= 0 ? 0 : (Both - Expected) / Math.Sqrt(scatter);
        }
    }
}
