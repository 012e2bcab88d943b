using Postmortems.PatternEngine.Explaining;
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
        var sorted = Order.Of(statements);
        var vocabulary = new Vocabulary(sorted, out var vectors);
        var clusters = vectors.Length < LargeSet.Begins
            ? SmallSet.Of(vectors, vocabulary.Count, out var calibration)
            : LargeSet.Of(vectors, vocabulary.Count, out calibration);

        return new Explanation(sorted, vectors, clusters, calibration, vocabulary).Groups();
    }
}
