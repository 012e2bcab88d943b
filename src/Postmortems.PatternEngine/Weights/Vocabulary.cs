using Postmortems.PatternEngine.Words;

namespace Postmortems.PatternEngine.Weights;

/// <summary>
/// Which terms a set of statements uses, and how telling each one is: the fewer statements hold a term, the more it
/// weighs. idf = ln((N + 1) / (df + 1/2)), tf = 1 + ln f, cosine normalisation (Salton and Buckley, "Term-weighting
/// approaches in automatic text retrieval", 1988; sublinear tf as in Manning, Raghavan and Schütze, "Introduction to
/// Information Retrieval", 2008, 6.4.1).
/// </summary>
internal sealed class Vocabulary
{
    // A tag that two statements share counts as much as a weak word: it nudges, the text decides.
    private const double TagWeight = 0.3;

    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<int> frequencies = [];
    private readonly Reader reader;
    private readonly int statements;

    public Vocabulary(IEnumerable<Statement> statements, Reader reader)
    {
        this.reader = reader;

        foreach (var statement in statements)
        {
            this.statements++;

            foreach (var key in Keys(statement).Keys)
            {
                if (ids.TryAdd(key, frequencies.Count))
                {
                    frequencies.Add(0);
                }

                frequencies[ids[key]]++;
            }
        }
    }

    public int Count => frequencies.Count;

    public int? Find(string key) => ids.TryGetValue(key, out var id) ? id : null;

    public Vector Weigh(Statement statement)
    {
        var weighed = new List<(int Term, double Weight)>();
        var unknown = 0.0;

        foreach (var (key, (count, scale)) in Keys(statement))
        {
            var known = ids.TryGetValue(key, out var id);
            var rarity = Math.Log((statements + 1) / ((known ? frequencies[id] : 0) + 0.5));
            var weight = (1 + Math.Log(count)) * rarity * scale;

            if (known)
            {
                weighed.Add((id, weight));
            }
            else
            {
                unknown += weight * weight;
            }
        }

        weighed.Sort((a, b) => a.Term.CompareTo(b.Term));

        var length = Math.Sqrt(unknown + weighed.Sum(w => w.Weight * w.Weight));

        return new Vector(
            [.. weighed.Select(w => w.Term)],
            [.. weighed.Select(w => length > 0 ? (float)(w.Weight / length) : 0)]);
    }

    private Dictionary<string, (int Count, double Scale)> Keys(Statement statement)
    {
        var keys = new Dictionary<string, (int Count, double Scale)>(StringComparer.Ordinal);

        foreach (var term in reader.Read(statement.Text))
        {
            keys[term.Key] = (keys.GetValueOrDefault(term.Key).Count + 1, 1);
        }

        AddTag(keys, "leaf:", statement.Leaf);
        AddTag(keys, "role:", statement.Role);
        AddTag(keys, "service:", statement.Service);

        return keys;
    }

    private static void AddTag(Dictionary<string, (int Count, double Scale)> keys, string kind, string? tag)
    {
        if (!string.IsNullOrWhiteSpace(tag))
        {
            keys[kind + tag.Trim().ToLowerInvariant()] = (1, TagWeight);
        }
    }
}
