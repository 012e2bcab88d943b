using System.Runtime.InteropServices;
using Postmortems.PatternEngine.Words;

namespace Postmortems.PatternEngine.Concepts;

/// <summary>Finds the concepts that a text speaks of. Keeps its notes between texts: one reader a thread.</summary>
internal sealed class ConceptReader(ConceptBook book)
{
    private readonly List<Place>[] placesOfSlot = [.. Enumerable.Range(0, book.Slots).Select(_ => new List<Place>())];
    private readonly List<int> filled = [];
    private readonly int[] lastSeen = new int[book.Concepts.Count];
    private int text;

    /// <param name="words">In the order of the text, without whole identifiers.</param>
    /// <returns>Each concept once, where it is said first.</returns>
    public List<Mention> Read(List<Word> words)
    {
        text++;
        Fill(words);

        var mentions = new List<Mention>();

        foreach (var slot in filled)
        {
            foreach (var way in book.WaysFrom(slot))
            {
                if (lastSeen[way.Concept] != text && Find(way) is { } place)
                {
                    lastSeen[way.Concept] = text;
                    mentions.Add(new Mention(book.Concepts[way.Concept], words[place.First].Start, words[place.Last].End));
                }
            }
        }

        Forget();

        return mentions;
    }

    private void Fill(List<Word> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            foreach (var phrase in book.PhrasesFrom(words[at].Stem))
            {
                if (!phrase.Fits(words, at))
                {
                    continue;
                }

                foreach (var slot in phrase.Slots)
                {
                    if (placesOfSlot[slot].Count == 0)
                    {
                        filled.Add(slot);
                    }

                    placesOfSlot[slot].Add(new Place(at, at + phrase.Stems.Length - 1));
                }
            }
        }
    }

    /// <summary>Every part stands near the first part of the way, and what would say something else does not.</summary>
    private Place? Find(ConceptWay way)
    {
        foreach (var slot in way.Slots)
        {
            if (placesOfSlot[slot].Count == 0)
            {
                return null;
            }
        }

        foreach (var anchor in placesOfSlot[way.Slots[0]])
        {
            if (Reach(way, anchor) is { } reach)
            {
                return reach;
            }
        }

        return null;
    }

    private Place? Reach(ConceptWay way, Place anchor)
    {
        var reach = anchor;

        foreach (var slot in way.Slots.AsSpan(1))
        {
            if (Near(placesOfSlot[slot], anchor, way.Window) is not { } place)
            {
                return null;
            }

            reach = new Place(Math.Min(reach.First, place.First), Math.Max(reach.Last, place.Last));
        }

        return Array.Exists(way.Without, slot => Near(placesOfSlot[slot], anchor, way.Window) is not null) ? null : reach;
    }

    private Place? Near(List<Place> places, Place anchor, int window)
    {
        for (var i = FirstFrom(places, anchor.First - window - book.LongestPhrase); i < places.Count && places[i].First - anchor.Last <= window; i++)
        {
            var gap = places[i].First > anchor.Last ? places[i].First - anchor.Last : anchor.First - places[i].Last;

            if (gap > 0 && gap <= window)
            {
                return places[i];
            }
        }

        return null;
    }

    /// <summary>Places stand in the order of the text, so that a long one is not gone through for each of its words.</summary>
    private static int FirstFrom(List<Place> places, int word)
    {
        var (low, high) = (0, places.Count);

        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = places[middle].First < word ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private void Forget()
    {
        foreach (var slot in filled)
        {
            placesOfSlot[slot].Clear();
        }

        filled.Clear();
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(int First, int Last);
}

/// <summary>A concept and where a text speaks of it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Mention(Concept Concept, int Start, int End);
