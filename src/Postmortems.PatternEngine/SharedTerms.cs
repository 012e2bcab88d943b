using Postmortems.PatternEngine.Weights;
using Postmortems.PatternEngine.Words;

namespace Postmortems.PatternEngine;

/// <summary>Says why two things are alike in the words that people used.</summary>
internal static class SharedTerms
{
    private const int Most = 6;

    /// <summary>What the text shares with the other vector, by how much it adds to the score.</summary>
    public static IReadOnlyList<string> Between(string text, Vector vector, Vector other, Vocabulary vocabulary)
    {
        var written = Reader.Default.Read(text)
            .Where(term => vocabulary.Find(term.Key) is not null)
            .ToLookup(term => vocabulary.Find(term.Key)!.Value, term => text[term.Start..term.End]);
        var weightOf = other.Terms.Zip(other.Weights).ToDictionary(t => t.First, t => t.Second);

        var shared = vector.Terms
            .Select((term, i) => (Term: term, Weight: vector.Weights[i] * weightOf.GetValueOrDefault(term)))
            .Where(t => t.Weight > 0 && written.Contains(t.Term))
            .OrderByDescending(t => t.Weight)
            .ThenBy(t => t.Term)
            .Select(t => written[t.Term].First());

        return [.. Distinct(shared).Take(Most)];
    }

    /// <summary>A part says nothing new beside the whole: "connections" after "max_connections".</summary>
    public static IEnumerable<string> Distinct(IEnumerable<string> terms)
    {
        var said = new List<string>();

        foreach (var term in terms)
        {
            if (!said.Exists(s => s.Contains(term, StringComparison.OrdinalIgnoreCase)))
            {
                said.Add(term);

                yield return term;
            }
        }
    }
}
