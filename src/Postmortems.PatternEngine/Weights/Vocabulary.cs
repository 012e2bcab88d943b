using System.Collections.Concurrent;
using Postmortems.PatternEngine.Concepts;
using Postmortems.PatternEngine.Words;

namespace Postmortems.PatternEngine.Weights;

/// <summary>
/// Which terms a set of statements uses, and how telling each one is: the fewer statements hold a term, the more it
/// weighs. tf = 1 + ln f and cosine normalisation as in Manning, Raghavan and Schütze, "Introduction to Information
/// Retrieval", 2008, 6.4; idf = ln((N + 1) / (df + 1/2)), of which each side carries the square root, so that a product
/// counts it once as BM25 does (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009, 3.4). Counted
/// twice, one rare word that two statements share by accident outweighs all that they mean.
/// </summary>
internal sealed class Vocabulary
{
    // A reader remembers words; one that met this many strangers has remembered enough.
    private const int MostStrangers = 50_000;

    private readonly Terms terms = new(Lexicon.Default, ConceptBook.Default);
    private readonly ConcurrentBag<Uses> idle = [];
    private readonly float[] rarities;
    private readonly float rarityOfStranger;
    private readonly float topicScale;
    private readonly Meanings? meanings;
    private Uses? learner;

    /// <param name="topicScale">What a word of a topic counts beside the word itself.</param>
    /// <param name="vectors">One unit vector a statement, in the order given.</param>
    public Vocabulary(IReadOnlyList<Statement> statements, float topicScale, out Vector[] vectors)
    {
        this.topicScale = topicScale;

        var uses = new Uses(terms, learns: true, topicScale);
        var drafts = new Vector[statements.Count];
        var frequencies = new List<int>(new int[terms.Count]);

        for (var at = 0; at < drafts.Length; at++)
        {
            drafts[at] = uses.Of(statements[at]);

            while (frequencies.Count < terms.Count)
            {
                frequencies.Add(0);
            }

            foreach (var term in drafts[at].Terms)
            {
                frequencies[term]++;
            }
        }

        rarities = [.. frequencies.Select(holders => Rarity(statements.Count, holders))];
        rarityOfStranger = Rarity(statements.Count, 0);
        vectors = Array.ConvertAll(drafts, Weigh);
        meanings = Meanings.Of(statements, terms);

        for (var at = 0; meanings is not null && at < vectors.Length; at++)
        {
            vectors[at] = meanings.Add(statements[at].Meaning, vectors[at]);
        }
    }

    public int Count => Math.Max(rarities.Length, terms.Count);

    public Terms Terms => terms;

    /// <summary>Weighs a statement that may be a stranger to this vocabulary. Any number of threads may ask.</summary>
    public Vector Weigh(Statement statement) => With(uses => Meant(statement, Weigh(uses.Of(statement))));

    /// <summary>Weighs a statement whose words may be met again. For one thread, and none that asks meanwhile.</summary>
    public Vector Learn(Statement statement) => Meant(statement, Weigh((learner ??= new Uses(terms, learns: true, topicScale)).Of(statement)));

    /// <summary>Whether the term is a place among meanings from outside.</summary>
    public bool IsMeaning(int term) => meanings is not null && meanings.Holds(term);

    /// <summary>The terms of a text, with their places in it.</summary>
    public List<Term> Read(string text) => With(uses => uses.Read(text));

    private Vector Meant(Statement statement, Vector words) => meanings?.Add(statement.Meaning, words) ?? words;

    private T With<T>(Func<Uses, T> ask)
    {
        var uses = idle.TryTake(out var free) ? free : new Uses(terms, learns: false, topicScale);
        var answer = ask(uses);

        if (uses.Stems < Count + MostStrangers)
        {
            idle.Add(uses);
        }

        return answer;
    }

    /// <summary>Strangers count for the length and then leave the vector: they match nothing.</summary>
    private Vector Weigh(Vector draft)
    {
        var (used, weights) = (draft.Terms, draft.Weights);
        var squares = 0.0;

        for (var i = 0; i < used.Length; i++)
        {
            weights[i] *= used[i] < 0 || used[i] >= rarities.Length ? rarityOfStranger : rarities[used[i]];
            squares += (double)weights[i] * weights[i];
        }

        var strangers = used.AsSpan().LastIndexOf(Reader.Stranger) + 1;
        var length = Math.Sqrt(squares);

        for (var i = strangers; i < used.Length; i++)
        {
            weights[i] = (float)(weights[i] / length);
        }

        return strangers == 0 ? draft : new Vector(used[strangers..], weights[strangers..]);
    }

    private static float Rarity(int statements, int holders) => (float)Math.Sqrt(Math.Log((statements + 1) / (holders + 0.5)));
}
