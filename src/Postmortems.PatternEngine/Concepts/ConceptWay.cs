using Postmortems.PatternEngine.Words;

namespace Postmortems.PatternEngine.Concepts;

/// <summary>One way to say a concept: every slot within so many words of the first one.</summary>
/// <param name="Without">Slots that must not stand there.</param>
internal sealed record ConceptWay(int Concept, int[] Slots, int[] Without, int Window);

/// <summary>Words in a row that fill slots.</summary>
internal sealed record Phrase(string[] Stems, int[] Slots);

/// <summary>A phrase as one reader hears it.</summary>
/// <param name="Rest">The scanner's numbers of the words after the first.</param>
internal sealed record Heard(int[] Rest, int[] Slots)
{
    public bool Fits(List<Word> words, int at)
    {
        if (at + Rest.Length >= words.Count)
        {
            return false;
        }

        for (var i = 0; i < Rest.Length; i++)
        {
            if (words[at + 1 + i].Number != Rest[i])
            {
                return false;
            }
        }

        return true;
    }
}
