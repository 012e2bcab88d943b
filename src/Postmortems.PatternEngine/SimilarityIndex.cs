using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine;

/// <param name="Score">Cosine of the weighted terms, 0 to 1.</param>
/// <param name="SharedTerms">What both say, as it was written in the statement asked about.</param>
/// <param name="SharedConcepts">What both speak of in whatever words, as sentences for people.</param>
public sealed record Similar(
    string Id, double Score, IReadOnlyList<string> SharedTerms, IReadOnlyList<string> SharedConcepts);

/// <summary>Answers "have we seen this before?" over a fixed set of statements. Safe to share between threads.</summary>
public sealed class SimilarityIndex
{
    private readonly Statement[] statements;
    private readonly Vector[] vectors;
    private readonly Vocabulary vocabulary;
    private readonly Postings postings;
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    public SimilarityIndex(IEnumerable<Statement> statements)
    {
        this.statements = [.. statements.OrderBy(s => s.Id, StringComparer.Ordinal)];
        vocabulary = new Vocabulary(this.statements, out vectors);
        postings = new Postings(vectors, vocabulary.Count);

        for (var place = 0; place < this.statements.Length; place++)
        {
            places[this.statements[place].Id] = place;
        }
    }

    /// <returns>The nearest statements, best first, never the one asked about (by id).</returns>
    public IReadOnlyList<Similar> Find(Statement statement, int top)
    {
        var vector = vocabulary.Weigh(statement);
        var scores = new Scores(statements.Length);
        var terms = new SharedTerms(vocabulary);
        var written = terms.Written(statement.Text);
        postings.Score(vector, scores);

        return
        [
            .. scores.Highest(top, except: places.GetValueOrDefault(statement.Id, -1))
                .Select(found => new Similar(
                    statements[found].Id,
                    Math.Clamp(scores[found], 0, 1),
                    SharedTerms.Between(written, vector, vectors[found]),
                    terms.Concepts(vector, vectors[found]))),
        ];
    }
}
