using System.Numerics;
using System.Runtime.InteropServices;
using Postmortems.PatternEngine.Words;

namespace Postmortems.PatternEngine.Concepts;

/// <summary>Finds the concepts that a text speaks of. Keeps its notes between texts: one reader a thread.</summary>
internal sealed class ConceptReader(ConceptBook book, Scanner scanner)
{
    private readonly List<Place>?[] placesOfSlot = new List<Place>?[book.Slots];
    private readonly int[] placed = new int[book.Slots];
    private readonly ulong[] said = new ulong[book.Begins.Length];
    private readonly List<Link> links = [];
    private readonly Chain[] chains = new Chain[book.Slots];
    private readonly int[] lastSeen = new int[book.Concepts.Count];
    private Heard[]?[] phrases = [];
    private int text;

    /// <param name="words">In the order of the text, without whole identifiers, all from the scanner.</param>
    /// <param name="mentions">Gets each concept once, where it is said.</param>
    public void Read(List<Word> words, List<Mention> mentions)
    {
        text++;
        Hear(words);

        var begins = book.Begins;

        for (var group = 0; group < begins.Length; group++)
        {
            for (var rest = said[group] & begins[group]; rest != 0; rest &= rest - 1)
            {
                foreach (var (also, way) in book.WaysOf((group << 6) + BitOperations.TrailingZeroCount(rest)))
                {
                    if (IsSaid(also) && IsSaid(way.Slots) && lastSeen[way.Concept] != text && Find(way) is { } place)
                    {
                        lastSeen[way.Concept] = text;
                        mentions.Add(new Mention(way.Concept, book.Concepts[way.Concept].IsFix, words[place.First].Start, words[place.Last].End));
                    }
                }
            }
        }
    }

    /// <summary>Whether the text that was read last says a word of the topic.</summary>
    public bool Touches(int topic) => IsSaid(book.Topics[topic].Slot);

    private void Hear(List<Word> words)
    {
        links.Clear();
        Array.Clear(said);

        for (var at = 0; at < words.Count; at++)
        {
            var number = words[at].Number;

            foreach (var phrase in (number < phrases.Length ? phrases[number] : null) ?? PhrasesFrom(words[at]))
            {
                if (phrase.Fits(words, at))
                {
                    Fill(phrase.Slots, new Place(at, at + phrase.Rest.Length));
                }
            }
        }
    }

    private void Fill(int[] slots, Place place)
    {
        foreach (var slot in slots)
        {
            ref var chain = ref chains[slot];

            if (chain.Text == text)
            {
                CollectionsMarshal.AsSpan(links)[chain.Last].Next = links.Count;
                chain.Last = links.Count;
            }
            else
            {
                chain = new Chain(text, links.Count);
                said[slot >> 6] |= 1UL << (slot & 63);
            }

            links.Add(new Link(place));
        }
    }

    private Heard[] PhrasesFrom(Word word)
    {
        if (phrases.Length <= word.Number)
        {
            Array.Resize(ref phrases, Math.Max(256, word.Number * 2));
        }

        return phrases[word.Number] ??= Array.ConvertAll(
            book.PhrasesFrom(word.Stem), phrase => new Heard(Array.ConvertAll(phrase.Stems[1..], scanner.NumberOf), phrase.Slots));
    }

    private bool IsSaid(int[] slots)
    {
        foreach (var slot in slots)
        {
            if (!IsSaid(slot))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsSaid(int slot) => (said[slot >> 6] & (1UL << (slot & 63))) != 0;

    /// <summary>Where the slot is filled, in the order of the text; sought only when some way needs it.</summary>
    private List<Place> PlacesOf(int slot)
    {
        var places = placesOfSlot[slot] ??= [];

        if (placed[slot] != text)
        {
            placed[slot] = text;
            places.Clear();

            for (var at = chains[slot].Text == text ? chains[slot].First : -1; at >= 0; at = links[at].Next)
            {
                places.Add(links[at].Place);
            }
        }

        return places;
    }

    /// <summary>Every part stands near the first part of the way, and what would say something else does not.</summary>
    private Place? Find(ConceptWay way)
    {
        foreach (var anchor in PlacesOf(way.Slots[0]))
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
            if (Near(PlacesOf(slot), anchor, way.Window) is not { } place)
            {
                return null;
            }

            reach = new Place(Math.Min(reach.First, place.First), Math.Max(reach.Last, place.Last));
        }

        foreach (var slot in way.Without)
        {
            if (Near(PlacesOf(slot), anchor, way.Window) is not null)
            {
                return null;
            }
        }

        return reach;
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

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Place(int First, int Last);

    [StructLayout(LayoutKind.Auto)]
    private record struct Link(Place Place)
    {
        public int Next = -1;
    }

    /// <summary>Where the slot is filled in that text: the first and the last link.</summary>
    [StructLayout(LayoutKind.Auto)]
    private record struct Chain(int Text, int First)
    {
        public int Last = First;
    }
}
