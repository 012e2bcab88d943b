using Postmortems.PatternEngine.Words;

namespace Postmortems.PatternEngine.Concepts;

/// <summary>
/// The concepts and the ways to say them, made once from the data files beside this one (their syntax is told in
/// <c>words.txt</c>).
/// </summary>
internal sealed class ConceptBook
{
    private static readonly string[] Files = ["words", .. ConceptFiles.Names];

    private readonly Dictionary<string, Phrase[]> phrasesByFirstStem;
    private readonly ConceptWay[][] waysByFirstSlot;

    private ConceptBook(ConceptLines lines)
    {
        Concepts = [.. lines.Concepts];
        phrasesByFirstStem = lines.Phrases()
            .GroupBy(phrase => phrase.Stems[0], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        LongestPhrase = lines.Phrases().Max(phrase => phrase.Stems.Length);
        waysByFirstSlot = new ConceptWay[lines.Slots][];

        for (var slot = 0; slot < lines.Slots; slot++)
        {
            waysByFirstSlot[slot] = [.. lines.Ways.Where(way => way.Slots[0] == slot)];
        }
    }

    public static ConceptBook Default { get; } = new(ConceptLines.Of(Files.SelectMany(file => DataFile.Lines(file + ".txt"))));

    public IReadOnlyList<Concept> Concepts { get; }

    /// <summary>In words.</summary>
    public int LongestPhrase { get; }

    public int Slots => waysByFirstSlot.Length;

    public static ConceptBook Of(params IEnumerable<string> lines) => new(ConceptLines.Of(lines));

    public ReadOnlySpan<Phrase> PhrasesFrom(string stem) => phrasesByFirstStem.GetValueOrDefault(stem);

    public ReadOnlySpan<ConceptWay> WaysFrom(int slot) => waysByFirstSlot[slot];
}
