namespace Postmortems.Language.Grammar;

/// <summary>Tells which parts a word can play in one language.</summary>
internal sealed class PartsOfSpeech(Vocabulary words)
{
    private readonly (Speech Part, WordClass Words)[] parts =
        [.. Enum.GetValues<Speech>().Where(part => part != Speech.None).Select(part => (part, words.OrNone(NameOf(part))))];

    public Speech Of(string word)
    {
        var found = Speech.None;

        foreach (var (part, words) in parts)
        {
            if (words.Has(word))
            {
                found |= part;
            }
        }

        return found;
    }

    /// <summary>"pronoun-of-people" of PronounOfPeople.</summary>
    private static string NameOf(Speech part) =>
        string.Concat(part.ToString().Select((letter, at) => char.IsUpper(letter) && at > 0 ? $"-{char.ToLowerInvariant(letter)}" : char.ToLowerInvariant(letter).ToString()));
}
