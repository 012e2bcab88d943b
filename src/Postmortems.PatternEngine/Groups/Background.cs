using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine.Groups;

/// <summary>How alike two statements are that were picked at random.</summary>
/// <param name="Mean">The mean over random pairs.</param>
/// <param name="Floor">
/// One random pair in ten, or what is thrice the mean, is more alike: clusters below are not worth joining.
/// </param>
internal sealed record Background(double Mean, double Floor)
{
    private const int Pairs = 10_000;

    // In a set where most pairs share nothing the tenth is zero, and everything would join.
    private const double LowestFloor = 0.02;

    public static Background Of(IReadOnlyList<Vector> vectors)
    {
        if (vectors.Count < 2)
        {
            return new Background(0, 1);
        }

        var deal = new Deal(seed: 1);
        var pairs = new double[Pairs];

        for (var i = 0; i < pairs.Length; i++)
        {
            var one = deal.Below(vectors.Count);
            var other = (one + 1 + deal.Below(vectors.Count - 1)) % vectors.Count;
            pairs[i] = vectors[one].Dot(vectors[other]);
        }

        Array.Sort(pairs);

        var mean = pairs.Average();

        return new Background(mean, Math.Max(Math.Min(pairs[pairs.Length * 9 / 10], 3 * mean), LowestFloor));
    }
}
