namespace Postmortems.Language.Grammar;

/// <summary>The word classes of a language. An entry ends with * for everything that begins so, begins with * for everything that ends so, with - for what is left out.</summary>
internal sealed class Vocabulary
{
    /// <summary>Classes of small words, of which every sentence holds some.</summary>
    private static readonly string[] Small = ["auxiliary", "determiner", "preposition", "connector", "negation", "us", "they", "pronoun-of-thing", "pronoun-of-people"];

    private readonly Dictionary<string, WordClass> classes;
    private readonly HashSet<string> small;

    public Vocabulary(IReadOnlyDictionary<string, string[]> words)
    {
        classes = words.ToDictionary(entry => entry.Key, entry => new WordClass(entry.Value), StringComparer.Ordinal);
        small = Small.SelectMany(name => OrNone(name).Listed ?? []).Select(Element.Anchor).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>How often one of the anchors begins a word, roughly: a small word stands for a hundred others.</summary>
    public int Frequency(IReadOnlyCollection<string> anchors) => anchors.Sum(anchor => small.Contains(anchor) ? 100 : 1);

    public WordClass OrNone(string name) => classes.GetValueOrDefault(name) ?? new WordClass([]);

    public WordClass this[string name] =>
        classes.TryGetValue(name, out var found) ? found : throw new InvalidOperationException($"There is no word class <{name}>.");
}
