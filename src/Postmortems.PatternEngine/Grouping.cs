using Postmortems.PatternEngine.Groups;
using Postmortems.PatternEngine.Weights;
using Postmortems.PatternEngine.Words;

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
        var vocabulary = new Vocabulary(sorted, Reader.Default);
        var vectors = Array.ConvertAll(sorted, vocabulary.Weigh);
        var tree = AverageLink.Of(vectors, vocabulary.Count);
        var line = Calibration.Line(vectors, vocabulary.Count, tree);
        var groups = tree.Cut(line);

        return Explanation.Of(sorted, vectors, groups, line, vocabulary);
    }
}
