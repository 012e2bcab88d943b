namespace Postmortems.Language.Grammar;

/// <summary>Remembers the parts of words while one document is read: most words come again.</summary>
internal sealed class KnownWords(PartsOfSpeech grammar)
{
    private readonly Dictionary<string, Speech> known = new(StringComparer.Ordinal);

    public Speech Of(string word)
    {
        if (!known.TryGetValue(word, out var parts))
        {
            known[word] = parts = grammar.Of(word);
        }

        return parts;
    }
}
