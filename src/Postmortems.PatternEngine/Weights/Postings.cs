using System.Runtime.InteropServices;

namespace Postmortems.PatternEngine.Weights;

/// <summary>For each term the vectors that hold it. Grows by adding; a vector that was added stays.</summary>
internal sealed class Postings
{
    private Entry[][] lists;
    private int[] lengths;

    public Postings(IReadOnlyList<Vector?> vectors, int terms)
    {
        lists = new Entry[terms][];
        lengths = new int[terms];
        Array.Fill(lists, []);
        var holders = new int[terms];

        for (var owner = 0; owner < vectors.Count; owner++)
        {
            foreach (var term in vectors[owner]?.Terms ?? [])
            {
                holders[term]++;
            }
        }

        for (var term = 0; term < terms; term++)
        {
            if (holders[term] > 0)
            {
                lists[term] = new Entry[holders[term]];
            }
        }

        for (var owner = 0; owner < vectors.Count; owner++)
        {
            if (vectors[owner] is { } vector)
            {
                Add(owner, vector);
            }
        }
    }

    public void Add(int owner, Vector vector)
    {
        for (var i = 0; i < vector.Terms.Length; i++)
        {
            var term = vector.Terms[i];

            if (lengths[term] == lists[term].Length)
            {
                Array.Resize(ref lists[term], Math.Max(4, lengths[term] * 2));
            }

            lists[term][lengths[term]++] = new Entry(owner, vector.Weights[i]);
        }
    }

    /// <summary>Adds the dot product with every vector that shares a term, the rarest terms first.</summary>
    /// <returns>False when the most postings were read before all terms were.</returns>
    public bool Score(Vector vector, Scores scores, int most = int.MaxValue)
    {
        Span<ulong> order = vector.Terms.Length <= 128 ? stackalloc ulong[vector.Terms.Length] : new ulong[vector.Terms.Length];

        foreach (var next in order[..Rarest(vector, order)])
        {
            var (length, i) = ((int)(next >> 32), (int)(uint)next);

            if (length > most && next != order[0])
            {
                return false;
            }

            var read = Math.Min(length, most);
            most -= read;
            scores.Add(lists[vector.Terms[i]].AsSpan(0, read), vector.Weights[i]);
        }

        return true;
    }

    /// <summary>How many hold a term, and its place in the vector, the rarest first; without what nobody holds.</summary>
    private int Rarest(Vector vector, Span<ulong> order)
    {
        var found = 0;

        for (var i = 0; i < vector.Terms.Length; i++)
        {
            var length = vector.Terms[i] < lengths.Length ? lengths[vector.Terms[i]] : 0;

            if (length > 0)
            {
                order[found++] = ((ulong)length << 32) | (uint)i;
            }
        }

        Rank.Sort(order[..found]);

        return found;
    }

    /// <summary>Room for terms that came later.</summary>
    public void Reach(int terms)
    {
        var before = lists.Length;

        if (terms > before)
        {
            Array.Resize(ref lists, Math.Max(terms, before * 2));
            Array.Resize(ref lengths, lists.Length);
            Array.Fill(lists, [], before, lists.Length - before);
        }
    }

    [StructLayout(LayoutKind.Auto)]
    public readonly record struct Entry(int Owner, float Weight);
}
