using Postmortems.PatternEngine.Words;

namespace Postmortems.PatternEngine.Concepts;

/// <summary>One way to say a concept: every slot within so many words of the first one.</summary>
/// <param name="Without">Slots that must not stand there.</param>
internal sealed record ConceptWay(int Concept, int[] Slots, int[] Without, int Window);

/// <summary>Words in a row that fill slots.</summary>
/// <param name="Filled">One bit for each slot that they fill.</param>
internal sealed record Phrase(string[] Stems, ulong[] Filled)
{
    public bool Fits(List<Word> words, int at)
    {
        if (at + Stems.Length > words.Count)
        {
            return false;
        }

        for (var i = 1; i < Stems.Length; i++)
        {
            if (!string.Equals(words[at + i].Stem, Stems[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    public bool Fills(int slot) => (Filled[slot >> 6] & (1UL << (slot & 63))) != 0;
}
