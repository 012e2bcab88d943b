using Postmortems.PatternEngine.Weights;
using Postmortems.PatternEngine.Concepts;
using Postmortems.PatternEngine.Words;

namespace Postmortems.PatternEngine.Explaining;

/// <summary>Says why things are alike in the words that people used.</summary>
internal sealed class SharedTerms(Vocabulary vocabulary)
{
    private const int Most = 6;

    /// <summary>Each known term of the text, as it was first written there.</summary>
    public Dictionary<int, string> Written(string text)
    {
        var written = new Dictionary<int, string>();

        foreach (var term in vocabulary.Read(text))
        {
            if (term.Number != Reader.Stranger && term.End > 0 && !vocabulary.Terms.IsConcept(term.Number))
            {
                written.TryAdd(term.Number, text[term.Start..term.End]);
            }
        }

        return written;
    }

    /// <summary>What the text shares with the other vector, the terms that add most to the score first.</summary>
    public static IReadOnlyList<string> Between(Dictionary<int, string> written, Vector own, Vector other)
    {
        var weightOf = other.Terms.Zip(other.Weights).ToDictionary(t => t.First, t => t.Second);

        return Distinct(own.Terms
            .Select((term, i) => (Term: term, Weight: own.Weights[i] * weightOf.GetValueOrDefault(term)))
            .Where(t => t.Weight > 0 && written.ContainsKey(t.Term))
            .OrderByDescending(t => t.Weight)
            .ThenBy(t => t.Term)
            .Select(t => written[t.Term]));
    }

    /// <summary>The concepts that both speak of, what adds most to the score first.</summary>
    public IReadOnlyList<string> Concepts(Vector own, Vector other)
    {
        var weightOf = other.Terms.Zip(other.Weights).ToDictionary(t => t.First, t => t.Second);

        return
        [
            .. own.Terms
                .Select((term, i) => (Term: term, Weight: own.Weights[i] * weightOf.GetValueOrDefault(term)))
                .Where(t => t.Weight > 0 && vocabulary.Terms.IsConcept(t.Term))
                .OrderByDescending(t => t.Weight)
                .ThenBy(t => t.Term)
                .Select(t => ConceptBook.Default.Concepts[t.Term - vocabulary.Terms.FirstConcept].Sentence),
        ];
    }

    /// <summary>What part of the score comes from meanings from outside, 0 to 1.</summary>
    public double ByMeaning(Vector own, Vector other)
    {
        var all = own.Dot(other);

        return all > 0 ? Math.Clamp(own.Where(vocabulary.IsMeaning).Dot(other) / all, 0, 1) : 0;
    }

    /// <summary>
    /// What a text says and another does not: its concepts, then its words, the most telling first. Another word for what
    /// both mean is not against anything.
    /// </summary>
    public IReadOnlyList<string> Only(Dictionary<int, string> written, Vector own, Func<int, bool> missing)
    {
        var alone = own.Where(missing);
        var shared = own.Terms.Where(term => !missing(term) && written.ContainsKey(term)).Select(term => written[term]).ToArray();
        var words = alone.ByWeight()
            .Where(written.ContainsKey)
            .Select(term => written[term])
            .Where(word => !Array.Exists(shared, said => said.Contains(word, StringComparison.OrdinalIgnoreCase)));

        return Distinct([.. Concepts(alone, alone), .. words]);
    }

    /// <summary>The sentence of a statement in which it says most of what the other says too.</summary>
    public Quote Passage(Said said, Vector other)
    {
        var text = said.Statement.Text;
        var weightOf = other.Terms.Zip(other.Weights).ToDictionary(t => t.First, t => t.Second);
        var sentences = Sentences.Of(text);
        var weights = new float[sentences.Count];

        foreach (var term in vocabulary.Read(text))
        {
            var sentence = sentences.FindIndex(s => term.Start >= s.Start && term.Start < s.End);

            if (sentence >= 0)
            {
                weights[sentence] += weightOf.GetValueOrDefault(term.Number);
            }
        }

        var best = sentences.Count == 0 ? default : sentences[Array.IndexOf(weights, weights.Max())];

        return new Quote(said.Statement.Id, text[best.Start..best.End].Trim());
    }

    /// <summary>A part says nothing new beside the whole: "connections" after "max_connections".</summary>
    public static IReadOnlyList<string> Distinct(IEnumerable<string> terms)
    {
        var said = new List<string>();

        foreach (var term in terms)
        {
            if (!said.Exists(s => s.Contains(term, StringComparison.OrdinalIgnoreCase)))
            {
                said.RemoveAll(s => term.Contains(s, StringComparison.OrdinalIgnoreCase));
                said.Add(term);
            }

            if (said.Count == Most)
            {
                break;
            }
        }

        return said;
    }
}
