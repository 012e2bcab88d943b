using System.Runtime.InteropServices;

namespace Postmortems.PatternEngine.Words;

/// <summary>
/// What each token was cut into, found by its letters: a table with open addressing and linear probing (Knuth, "The Art
/// of Computer Programming" 3, 6.4), the letters of all tokens in one row, because reading waits for memory more than
/// for anything else. The hash is FNV-1a (Fowler, Noll and Vo), which the scanner counts while it looks for the end.
/// </summary>
internal sealed class Tokens
{
    public const uint NoLetters = 2166136261;

    private readonly List<Word> words = [];
    private Slot[] slots = new Slot[1024];
    private char[] letters = new char[8192];
    private int written;
    private int count;

    public static uint Add(uint hash, char letter) => (hash ^ letter) * 16777619;

    /// <returns>Whether the token was kept; its words are from its own beginning.</returns>
    public bool TryFind(ReadOnlySpan<char> token, uint hash, out ReadOnlySpan<Word> cut)
    {
        for (var at = First(hash); slots[at].Length > 0; at = (at + 1) & (slots.Length - 1))
        {
            ref readonly var slot = ref slots[at];

            if (slot.Hash == hash && token.SequenceEqual(letters.AsSpan(slot.Letters, slot.Length)))
            {
                cut = CollectionsMarshal.AsSpan(words).Slice(slot.Words, slot.Count);

                return true;
            }
        }

        cut = default;

        return false;
    }

    /// <param name="token">Of one letter at least, and not kept before.</param>
    public void Keep(ReadOnlySpan<char> token, uint hash, List<Word> cut)
    {
        if (++count > slots.Length / 2)
        {
            Widen();
        }

        if (written + token.Length > letters.Length)
        {
            Array.Resize(ref letters, letters.Length * 2);
        }

        token.CopyTo(letters.AsSpan(written));
        Put(new Slot(hash, written, token.Length, words.Count, cut.Count));
        words.AddRange(cut);
        written += token.Length;
    }

    private void Widen()
    {
        var before = slots;
        slots = new Slot[before.Length * 2];

        foreach (var slot in before)
        {
            if (slot.Length > 0)
            {
                Put(slot);
            }
        }
    }

    private void Put(Slot slot)
    {
        var at = First(slot.Hash);

        while (slots[at].Length > 0)
        {
            at = (at + 1) & (slots.Length - 1);
        }

        slots[at] = slot;
    }

    private int First(uint hash) => (int)((hash ^ (hash >> 15)) & (uint)(slots.Length - 1));

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Slot(uint Hash, int Letters, int Length, int Words, int Count);
}
