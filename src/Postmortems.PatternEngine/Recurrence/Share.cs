using MathNet.Numerics.Distributions;

namespace Postmortems.PatternEngine.Recurrence;

/// <summary>In how many of a number of cases something held.</summary>
public static class Share
{
    /// <summary>Between which shares the true one lies: the score interval of Wilson (1927), J. Am. Stat. Assoc. 22, 209-212.</summary>
    /// <param name="held">In how many it held.</param>
    /// <param name="cases">At least one.</param>
    public static Interval Around(int held, int cases, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cases, 1);
        var z = Normal.InvCDF(0, 1, 1 - ((1 - confidence) / 2));
        var share = (double)held / cases;
        var middle = share + (z * z / (2 * cases));
        var half = z * Math.Sqrt((share * (1 - share) / cases) + (z * z / (4.0 * cases * cases)));
        var scale = 1 + (z * z / cases);
        return new(Math.Max(0, (middle - half) / scale), Math.Min(1, (middle + half) / scale));
    }
}
