using System.Collections.Concurrent;
using Postmortems.PatternEngine.Explaining;
using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine;

/// <summary>Answers "have we seen this before?" over a fixed set of statements. Safe to share between threads.</summary>
public sealed class SimilarityIndex
{
    // Words of one topic help to rank what may be alike; between 0.4 and 0.6 little changes.
    private const float TopicScale = 0.55f;

    private readonly Statement[] statements;
    private readonly Vector[] vectors;
    private readonly Vocabulary vocabulary;
    private readonly Postings postings;
    private readonly ConcurrentBag<Scores> idle = [];
    private readonly Dictionary<string, int> places = new(StringComparer.Ordinal);

    public SimilarityIndex(IEnumerable<Statement> statements)
    {
        this.statements = [.. statements.OrderBy(s => s.Id, StringComparer.Ordinal)];
        vocabulary = new Vocabulary(this.statements, TopicScale, out vectors);
        postings = new Postings(vectors, vocabulary.Count);

        for (var place = 0; place < this.statements.Length; place++)
        {
            places[this.statements[place].Id] = place;
        }
    }

    /// <returns>The nearest statements, best first, never the one asked about (by id).</returns>
    public IReadOnlyList<Similar> Find(Statement statement, int top)
    {
        var asked = new Said(statement, vocabulary.Weigh(statement));
        var terms = new SharedTerms(vocabulary);
        var written = new Lazy<Dictionary<int, string>>(() => terms.Written(statement.Text));

        return
        [
            .. Nearest(asked.Vector, top, places.GetValueOrDefault(statement.Id, -1)).Select(found => new Similar(
                statements[found.Place].Id,
                Math.Clamp(found.Score, 0, 1),
                new Lazy<SimilarReasons>(() => new SimilarReasons(asked, new Said(statements[found.Place], vectors[found.Place]), written.Value, terms)))),
        ];
    }

    private List<(int Place, double Score)> Nearest(Vector vector, int top, int except)
    {
        var scores = idle.TryTake(out var free) ? free : new Scores(statements.Length);
        postings.Score(vector, scores);
        var nearest = scores.Highest(top, except).ConvertAll(place => (place, scores[place]));
        scores.Clear();
        idle.Add(scores);

        return nearest;
    }
}
