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
    private readonly (int Also, ConceptWay Way)[][] waysByRarestSlot;

    private ConceptBook(ConceptLines lines)
    {
        Concepts = [.. lines.Concepts];
        phrasesByFirstStem = lines.Phrases()
            .GroupBy(phrase => phrase.Stems[0], StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);
        LongestPhrase = lines.Phrases().Max(phrase => phrase.Stems.Length);
        Topics = lines.Topics;
        Begins = new ulong[(lines.Slots + 63) / 64];
        waysByRarestSlot = new (int, ConceptWay)[lines.Slots][];
        var saidIn = new int[lines.Slots];

        for (var slot = 0; slot < lines.Slots; slot++)
        {
            saidIn[slot] = lines.Phrases().Count(phrase => phrase.Slots.Contains(slot));
        }

        var ways = lines.Ways.ToLookup(way => way.Slots.MinBy(slot => saidIn[slot]));

        for (var slot = 0; slot < lines.Slots; slot++)
        {
            waysByRarestSlot[slot] = [.. ways[slot].Select(way => (way.Slots.Where(other => other != slot).DefaultIfEmpty(slot).MinBy(other => saidIn[other]), way))];
            Begins[slot >> 6] |= ways[slot].Any() ? 1UL << (slot & 63) : 0;
        }
    }

    public static ConceptBook Default { get; } = new(ConceptLines.Of(Files.SelectMany(file => DataFile.Lines(file + ".txt").Prepend(ConceptLines.FieldMark + file))));

    public IReadOnlyList<Concept> Concepts { get; }

    /// <summary>The classes of words that concepts are made of, and the slot that each fills.</summary>
    public IReadOnlyList<(string Name, int Slot)> Topics { get; }

    /// <summary>In words.</summary>
    public int LongestPhrase { get; }

    /// <summary>One bit for each slot that has ways.</summary>
    public ulong[] Begins { get; }

    public int Slots => waysByRarestSlot.Length;

    public static ConceptBook Of(params IEnumerable<string> lines) => new(ConceptLines.Of(lines));

    public Phrase[] PhrasesFrom(string stem) => phrasesByFirstStem.GetValueOrDefault(stem, []);

    /// <summary>The ways that cannot be said without this slot, each with the next rarest; each stands at one of its slots only.</summary>
    public (int Also, ConceptWay Way)[] WaysOf(int slot) => waysByRarestSlot[slot];
}
