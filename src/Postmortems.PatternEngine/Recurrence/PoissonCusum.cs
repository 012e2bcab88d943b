using MathNet.Numerics.Distributions;
using MathNet.Numerics.LinearAlgebra.Double;

namespace Postmortems.PatternEngine.Recurrence;

/// <summary>
/// Watches day by day whether something that is counted comes about twice as often as it used to: the cumulative sum of Page (1954) for
/// Poisson counts after Lucas (1985), Technometrics 27, 129-144. While nothing changes it passes its line once a year on average,
/// counted by a Markov chain after Brook and Evans (1972), Biometrika 59, 539-549.
/// </summary>
public sealed class PoissonCusum
{
    /// <summary>How many times the old rate it is tuned to find.</summary>
    public const double Doubled = 2;

    public const double DaysToFalseAlarm = 365;

    private const int States = 80;

    private readonly double perDay;
    private readonly double reference;
    private readonly Lazy<double> line;

    /// <param name="perDay">How often it came a day before; more than never.</param>
    public PoissonCusum(double perDay)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(perDay);
        this.perDay = perDay;
        reference = perDay * (Doubled - 1) / Math.Log(Doubled);
        line = new Lazy<double>(LineFor);
    }

    /// <summary>Where the sum says that it comes more often.</summary>
    public double Line => line.Value;

    /// <summary>Whether a sum stands above the line. Asked of one sum, for finding the line itself takes many times as long.</summary>
    public bool IsPassedBy(double sum) => sum > 0 && DaysUntil(sum, perDay) > DaysToFalseAlarm;

    /// <summary>The sum at the end of each day, never below nothing: a quiet time is forgiven at once.</summary>
    /// <param name="counts">For each day in turn.</param>
    public IEnumerable<double> Sums(IEnumerable<int> counts)
    {
        var sum = 0.0;

        foreach (var count in counts)
        {
            sum = Math.Max(0, sum + count - reference);
            yield return sum;
        }
    }

    /// <summary>After how many days on average it passes a line, from nothing, while the rate is as given.</summary>
    public double DaysUntil(double line, double perDay)
    {
        var width = line / States;
        var stays = DenseMatrix.CreateIdentity(States);
        var most = (int)Math.Ceiling(line + reference) + 1;
        double[] chances = [.. Enumerable.Range(0, most + 1).Select(count => Poisson.PMF(perDay, count))];

        for (var from = 0; from < States; from++)
        {
            var sum = from == 0 ? 0 : (from + 0.5) * width;

            for (var count = 0; count <= most; count++)
            {
                var next = Math.Max(0, sum + count - reference);

                if (next <= line)
                {
                    stays[from, Math.Min(States - 1, (int)(next / width))] -= chances[count];
                }
            }
        }

        return stays.Solve(DenseVector.Create(States, 1))[0];
    }

    private double LineFor()
    {
        var (low, high) = (0.0, 1.0);

        while (DaysUntil(high, perDay) < DaysToFalseAlarm)
        {
            high *= 2;
        }

        for (var step = 0; step < 30; step++)
        {
            var middle = (low + high) / 2;
            (low, high) = DaysUntil(middle, perDay) < DaysToFalseAlarm ? (middle, high) : (low, middle);
        }

        return high;
    }
}
