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
    // A topic is a reason to look twice and none to join, so it counts less here than in a search; from 0.1 to 0.3
    // little changes. Among many statements every topic is common and tells nothing.
    private const float TopicScale = 0.2f;

    /// <returns>Groups of two or more, the largest first; statements that stand alone are left out.</returns>
    public static IReadOnlyList<Group> Of(IReadOnlyList<Statement> statements)
    {
        var sorted = Order.Of(statements);
        var vocabulary = new Vocabulary(sorted, sorted.Length < LargeSet.Begins ? TopicScale : 0, out var vectors);
        var clusters = vectors.Length < LargeSet.Begins
            ? SmallSet.Of(vectors, vocabulary.Count, out var calibration)
            : LargeSet.Of(vectors, vocabulary.Count, out calibration);

        return new Explanation(sorted, vectors, clusters, calibration, vocabulary).Groups();
    }
}
