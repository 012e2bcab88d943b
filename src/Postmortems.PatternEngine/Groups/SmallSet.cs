using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine.Groups;

/// <summary>Groups some thousands: a tree of all of them, cut where chance ends.</summary>
internal static class SmallSet
{
    public static IReadOnlyList<int[]> Of(Vector[] vectors, int terms, out Calibration calibration)
    {
        var background = Background.Of(vectors);
        var tree = AverageLink.Of(vectors, terms, background.Floor);
        calibration = Calibration.Of(vectors, terms, tree, background);

        return Refinement.Of(tree.Cut(calibration.LineOf), vectors, terms, calibration);
    }
}
