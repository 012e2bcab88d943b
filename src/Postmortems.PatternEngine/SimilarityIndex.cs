using Postmortems.PatternEngine.Weights;
using Postmortems.PatternEngine.Words;

namespace Postmortems.PatternEngine;

/// <param name="Score">Cosine of the weighted terms, 0 to 1.</param>
/// <param name="SharedTerms">What both say, as it was written in the statement asked about.</param>
public sealed record Similar(string Id, double Score, IReadOnlyList<string> SharedTerms);

/// <summary>Answers "have we seen this before?" over a fixed set of statements. Safe to share between threads.</summary>
public sealed class SimilarityIndex
{
    private readonly Statement[] statements;
    private readonly Vector[] vectors;
    private readonly Vocabulary vocabulary;
    private readonly Postings postings;

    public SimilarityIndex(IEnumerable<Statement> statements)
    {
        this.statements = [.. statements.OrderBy(s => s.Id, StringComparer.Ordinal)];
        vocabulary = new Vocabulary(this.statements, Reader.Default);
        vectors = Array.ConvertAll(this.statements, vocabulary.Weigh);
        postings = new Postings(vectors, vocabulary.Count);
    }

    /// <returns>The nearest statements, best first, never the one asked about (by id).</returns>
    public IReadOnlyList<Similar> Find(Statement statement, int top)
    {
        var vector = vocabulary.Weigh(statement);
        var scores = new Scores(statements.Length);
        postings.Score(vector, scores);

        return
        [
            .. scores.Touched
                .Where(found => !string.Equals(statements[found].Id, statement.Id, StringComparison.Ordinal))
                .OrderByDescending(found => scores[found])
                .ThenBy(found => found)
                .Take(top)
                .Select(found => new Similar(
                    statements[found].Id,
                    Math.Clamp(scores[found], 0, 1),
                    SharedTerms.Between(statement.Text, vector, vectors[found], vocabulary))),
        ];
    }
}
