using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine.Groups;

/// <summary>Statements, how they were weighed, and the clusters that they make.</summary>
internal sealed class Grouped
{
    // A topic is a reason to look twice and none to join, so it counts less here than in a search; from 0.1 to 0.3
    // little changes. Among many statements every topic is common and tells nothing.
    private const float TopicScale = 0.2f;

    public Grouped(IReadOnlyList<Statement> statements, Decisions decisions)
    {
        Statements = Order.Of(statements);
        Vocabulary = new Vocabulary(Statements, IsLarge ? 0 : TopicScale, out var vectors);
        Vectors = vectors;

        var clusters = IsLarge
            ? LargeSet.Of(vectors, Vocabulary.Count, out var calibration)
            : SmallSet.Of(vectors, Vocabulary.Count, out calibration);

        Calibration = calibration;
        Decided = decisions.Together.Count + decisions.Apart.Count == 0 ? null : new Decided(Statements, decisions);
        Clusters = Decided?.Bend(clusters, vectors, Vocabulary.Count) ?? clusters;
    }

    public Statement[] Statements { get; }

    public Vocabulary Vocabulary { get; }

    public Vector[] Vectors { get; }

    public Calibration Calibration { get; }

    /// <summary>Nothing where nobody decided anything.</summary>
    public Decided? Decided { get; }

    public IReadOnlyList<int[]> Clusters { get; }

    public bool IsLarge => Statements.Length >= LargeSet.Begins;
}
