using MathNet.Numerics.Distributions;

namespace Postmortems.PatternEngine.Recurrence;

/// <summary>
/// Whether something comes more or less often over time: the power-law process of Crow (1974), "Reliability analysis for complex, repairable
/// systems", with the test of MIL-HDBK-189 for a watch that ends at a set time. No other assumption of a shape is made than that.
/// </summary>
/// <param name="Count">How often it was seen.</param>
/// <param name="Growth">The exponent: 1 is even, 2 means that the rate grows in proportion to time, below 1 it falls.</param>
/// <param name="Chance">How likely a trend as steep, up or down, is while the rate stays the same.</param>
public sealed record Trend(int Count, double Growth, double Chance)
{
    /// <summary>With fewer the test finds a doubling of the rate in hardly more than one case of three.</summary>
    public const int Fewest = 5;

    public bool IsRising => Growth > 1;

    /// <param name="seen">When it happened; what lies outside of the watched time is not counted.</param>
    /// <param name="from">Since when it would have been noticed, which is not when it was first seen.</param>
    /// <returns>Null below <see cref="Fewest"/>: too few to tell.</returns>
    public static Trend? Of(IEnumerable<DateTimeOffset> seen, DateTimeOffset from, DateTimeOffset until)
    {
        var watched = until - from;
        double[] shares = [.. seen.Where(at => at > from && at <= until).Select(at => (at - from) / watched)];

        if (shares.Length < Fewest)
        {
            return null;
        }

        var sum = shares.Sum(share => -Math.Log(share));
        var below = ChiSquared.CDF(2 * shares.Length, 2 * sum);
        return new Trend(shares.Length, sum == 0 ? double.PositiveInfinity : shares.Length / sum, 2 * Math.Min(below, 1 - below));
    }
}
