using Postmortems.PatternEngine.Weights;
using Postmortems.PatternEngine.Concepts;
using Postmortems.PatternEngine.Words;

namespace Postmortems.PatternEngine;

/// <summary>Says why things are alike in the words that people used.</summary>
internal sealed class SharedTerms(Vocabulary vocabulary)
{
    private const int Most = 6;

    private readonly Reader reader = new(Lexicon.Default, ConceptBook.Default);
    private readonly Dictionary<int, string> sentences = Sentences(vocabulary);

    /// <summary>Each known term of the text, as it was first written there.</summary>
    public Dictionary<int, string> Written(string text)
    {
        var written = new Dictionary<int, string>();

        foreach (var term in reader.Read(text))
        {
            if (!Reader.IsConcept(term.Key) && vocabulary.Find(term.Key) is { } id)
            {
                written.TryAdd(id, text[term.Start..term.End]);
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
                .Where(t => t.Weight > 0 && sentences.ContainsKey(t.Term))
                .OrderByDescending(t => t.Weight)
                .ThenBy(t => t.Term)
                .Select(t => sentences[t.Term]),
        ];
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

    private static Dictionary<int, string> Sentences(Vocabulary vocabulary)
    {
        var known = new Dictionary<int, string>();

        foreach (var concept in ConceptBook.Default.Concepts)
        {
            if (vocabulary.Find(Reader.KeyOf(concept)) is { } term)
            {
                known.Add(term, concept.Sentence);
            }
        }

        return known;
    }
}
