using MathNet.Numerics.Distributions;

namespace Postmortems.PatternEngine.Recurrence;

/// <summary>How often something happens that was counted over a time.</summary>
public static class PoissonCount
{
    /// <summary>Between which expected counts the true one lies: exact, after Garwood (1936), Biometrika 28, 437-442.</summary>
    /// <param name="count">How often it was seen; not negative.</param>
    /// <param name="confidence">At least this often such an interval holds the true count.</param>
    public static Interval Around(int count, double confidence = 0.95)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var tail = (1 - confidence) / 2;
        return new(count == 0 ? 0 : ChiSquared.InvCDF(2 * count, tail) / 2, ChiSquared.InvCDF((2 * count) + 2, 1 - tail) / 2);
    }
}
