using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine.Groups;

/// <summary>
/// Draws the line between alike and not alike from the data: the same clustering runs over the same words dealt out
/// at random (same lengths, same frequencies). For each size of cluster the line stands where the real statements make
/// the most merges beyond those of chance, because many statements that are a little alike say more than two. This is
/// the idea of Tibshirani, Walther and Hastie, "Estimating the number of clusters in a data set via the gap
/// statistic", J. R. Statist. Soc. B 63, 2001, on the number of merges instead of the dispersion.
/// </summary>
internal sealed class Calibration
{
    /// <summary>So many dealt statements draw nearly the same line whatever the deal.</summary>
    public const int Enough = 16_000;

    private const int DealtAtMost = 10_000;

    // Standard deviations: less than this beyond chance is chance.
    private const double Surprising = 3;

    // What shares four fifths is the same sentence again, however common its words are here.
    private const double Repeated = 0.8;

    // A few statements cannot show what chance does; until there are some hundreds a third is alike enough.
    private const double AlikeAmongFew = 0.3;
    private const double Few = 100;

    // A group that is none misleads people more than a missed one costs them; from 2 to 4 groups become purer and fewer.
    private const double WeightOfChance = 3;

    // Dealt words know no topics, and real ones do: no line falls below this part of the way from the mean random pair
    // to the line for two.
    private const double LeastOfWay = 0.5;

    private const double EaseOfJoining = 0.85;

    private readonly double[] lines;

    private Calibration(double[] lines, double lowest)
    {
        this.lines = lines;
        Lowest = lowest;
    }

    /// <summary>No line falls below this.</summary>
    public double Lowest { get; }

    public double LineOf(int sizeClass) => lines[Math.Min(sizeClass, lines.Length - 1)];

    /// <summary>
    /// One statement that joins a group of that size cannot pull others with it, so it may be a little less alike than
    /// the merge of two.
    /// </summary>
    public double LineOfJoining(int size) => EaseOfJoining * LineOf(Merge.ClassOf(size + 1));

    /// <param name="dealt">At least so many statements are dealt.</param>
    public static Calibration Of(IReadOnlyList<Vector> vectors, int terms, Tree real, Background background, int dealt = Enough)
    {
        var deals = Math.Clamp(dealt / Math.Max(1, vectors.Count), 1, 80);
        var hands = Sample(vectors);
        var scale = deals * hands.Length / (double)Math.Max(1, vectors.Count);
        var chance = Enumerable.Range(0, deals)
            .SelectMany(deal => AverageLink.Of(Shuffled(hands, deal), terms, background.Floor).Merges)
            .ToArray();
        var anySize = Line(real.Merges, chance, scale);
        var bySize = new double[32];

        for (var size = 0; size < bySize.Length; size++)
        {
            var line = Line(real.Merges.Where(m => m.SizeClass == size), chance.Where(m => m.SizeClass == size), scale);
            bySize[size] = size == 0
                ? Math.Min(line, Math.Min(Repeated, AlikeAmongFew * Math.Max(1, vectors.Count / Few)))
                : Math.Min(bySize[size - 1], Math.Max(Math.Min(line, anySize), background.Mean + (LeastOfWay * (bySize[0] - background.Mean))));
        }

        return new Calibration(bySize, background.Mean + (LeastOfWay * (bySize[0] - background.Mean)));
    }

    private static double Line(IEnumerable<Merge> real, IEnumerable<Merge> chance, double scale) =>
        Line(real.Select(m => m.Similarity), chance.Select(m => m.Similarity), scale);

    /// <returns>Where the real ones are the most beyond those of chance, of which there are so many times as many.</returns>
    public static double Line(IEnumerable<double> real, IEnumerable<double> chance, double scale)
    {
        var found = real.OrderDescending().ToArray();
        var lucky = chance.OrderDescending().ToArray();
        var line = double.PositiveInfinity;
        var most = 0.0;

        for (int at = 0, above = 0; at < found.Length; at++)
        {
            while (above < lucky.Length && lucky[above] >= found[at])
            {
                above++;
            }

            var expected = above / scale;
            var beyond = at + 1 - (WeightOfChance * expected);

            // Counts of rare events scatter by the root of their number (Poisson).
            if (beyond > most && beyond > Surprising * Math.Sqrt(expected + 1))
            {
                (most, line) = (beyond, found[at]);
            }
        }

        return line;
    }

    private static Vector[] Sample(IReadOnlyList<Vector> vectors)
    {
        var step = (vectors.Count + DealtAtMost - 1) / DealtAtMost;

        return [.. vectors.Where((_, at) => at % step == 0)];
    }

    public static Vector[] Shuffled(Vector[] hands, int deal)
    {
        var pool = hands.SelectMany(v => v.Terms.Zip(v.Weights)).ToArray();
        new Deal(deal).Shuffle(pool);
        var dealt = 0;

        return Array.ConvertAll(hands, hand =>
        {
            var cards = pool.AsSpan(dealt, hand.Terms.Length).ToArray();
            dealt += cards.Length;

            return Unit([.. cards.DistinctBy(c => c.First).OrderBy(c => c.First)]);
        });
    }

    private static Vector Unit((int Term, float Weight)[] cards)
    {
        var length = Math.Sqrt(cards.Sum(c => c.Weight * c.Weight));

        return new Vector(Array.ConvertAll(cards, c => c.Term), Array.ConvertAll(cards, c => (float)(c.Weight / length)));
    }
}
