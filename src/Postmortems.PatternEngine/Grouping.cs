using Postmortems.PatternEngine.Groups;
using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine;

/// <summary>
/// Puts statements that say the same thing into groups. The order of the statements never matters, and the line
/// between alike and not alike is drawn from the statements themselves.
/// </summary>
public static class Grouping
{
    /// <returns>Groups of two or more, the largest first; statements that stand alone are left out.</returns>
    public static IReadOnlyList<Group> Of(IReadOnlyList<Statement> statements)
    {
        var sorted = statements
            .OrderBy(s => s.Text, StringComparer.Ordinal)
            .ThenBy(s => s.Id, StringComparer.Ordinal)
            .ToArray();
        var vocabulary = new Vocabulary(sorted, out var vectors);
        var background = Background.Of(vectors);
        var tree = AverageLink.Of(vectors, vocabulary.Count, background.Floor);
        var calibration = Calibration.Of(vectors, vocabulary.Count, tree, background);
        var clusters = Refinement.Of(tree.Cut(calibration.LineOf), vectors, vocabulary.Count, calibration);

        return new Explanation(sorted, vectors, clusters, calibration, vocabulary).Groups();
    }
}
