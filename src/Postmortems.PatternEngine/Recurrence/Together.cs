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

    /// <summary>The difference from what was expected in units of its scatter (Pearson's residual).</summary>
    public double Residual => Expected == 0 ? 0 : (Both - Expected) / Math.Sqrt(Expected);

    /// <summary>Where a cell of a table stands out: more than two units away, and at least three were seen.</summary>
    public bool StandsOut => Math.Abs(Residual) > 2 && Both >= 3;
}
