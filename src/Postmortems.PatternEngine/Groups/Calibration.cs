using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine.Groups;

/// <summary>
/// Draws the line between alike and not alike from the data: the same clustering runs over the same words dealt out
/// at random (same lengths, same frequencies). The line stands where the real statements make the most merges beyond
/// those of chance; of lines that are equal within one standard error the lowest is taken. This is the idea and the
/// one-standard-error rule of Tibshirani, Walther and Hastie, "Estimating the number of clusters in a data set via the
/// gap statistic", J. R. Statist. Soc. B 63, 2001, on the number of merges instead of the dispersion.
/// </summary>
internal static class Calibration
{
    public static double Line(IReadOnlyList<Vector> vectors, int terms, Tree real)
    {
        var deals = Math.Clamp(4000 / Math.Max(1, vectors.Count), 1, 40);
        var heights = real.Merges.Select(m => m.Similarity).OrderDescending().ToArray();
        var byChance = Enumerable.Range(0, deals)
            .SelectMany(deal => AverageLink.Of(Shuffled(vectors, deal), terms).Merges)
            .Select(m => m.Similarity)
            .OrderDescending()
            .ToArray();
        var best = (Beyond: 0.0, Error: 0.0);
        var beyond = new (double Beyond, double Error)[heights.Length];

        for (int found = 0, lucky = 0; found < heights.Length; found++)
        {
            while (lucky < byChance.Length && byChance[lucky] >= heights[found])
            {
                lucky++;
            }

            var expected = lucky / (double)deals;

            // Counts of rare, nearly independent merges: the variance is about their number (Poisson).
            beyond[found] = (found + 1 - expected, Math.Sqrt(expected * (1 + (1.0 / deals))));
            best = beyond[found].Beyond > best.Beyond ? beyond[found] : best;
        }

        var lowest = Array.FindLastIndex(beyond, b => b.Beyond > 0 && b.Beyond >= best.Beyond - best.Error);

        return lowest < 0 ? double.PositiveInfinity : heights[lowest];
    }

    private static Vector[] Shuffled(IReadOnlyList<Vector> vectors, int deal)
    {
        var pool = vectors.SelectMany(v => v.Terms.Zip(v.Weights)).ToArray();
        Shuffle(pool, seed: deal);
        var dealt = 0;

        return
        [
            .. vectors.Select(v =>
            {
                var hand = pool.AsSpan(dealt, v.Terms.Length).ToArray();
                dealt += v.Terms.Length;
                var distinct = hand.GroupBy(t => t.First).OrderBy(t => t.Key).ToArray();
                var length = Math.Sqrt(distinct.Sum(t => t.First().Second * t.First().Second));

                return new Vector(
                    [.. distinct.Select(t => t.Key)],
                    [.. distinct.Select(t => (float)(t.First().Second / length))]);
            }),
        ];
    }

    /// <summary>
    /// Fisher and Yates with the splitmix64 generator (Steele, Lea and Flood, "Fast splittable pseudorandom number
    /// generators", OOPSLA 2014): the same deal on every machine and every version of .NET.
    /// </summary>
    private static void Shuffle<T>(T[] pool, int seed)
    {
        var state = (ulong)seed << 32;

        for (var last = pool.Length - 1; last > 0; last--)
        {
            state += 0x9E3779B97F4A7C15;
            var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            var other = (int)((mixed ^ (mixed >> 31)) % (ulong)(last + 1));
            (pool[last], pool[other]) = (pool[other], pool[last]);
        }
    }
}
