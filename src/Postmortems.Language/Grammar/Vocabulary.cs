namespace Postmortems.Language.Grammar;

/// <summary>The word classes of a language. An entry ends with * for everything that begins so, begins with * for everything that ends so, with - for what is left out.</summary>
internal sealed class Vocabulary
{
    private readonly Dictionary<string, WordClass> classes;

    public Vocabulary(IReadOnlyDictionary<string, string[]> words) =>
        classes = words.ToDictionary(entry => entry.Key, entry => new WordClass(entry.Value), StringComparer.Ordinal);

    public WordClass OrNone(string name) => classes.GetValueOrDefault(name) ?? new WordClass([]);

    public WordClass this[string name] =>
        classes.TryGetValue(name, out var found) ? found : throw new InvalidOperationException($"There is no word class <{name}>.");
}
