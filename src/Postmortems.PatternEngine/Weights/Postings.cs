namespace Postmortems.PatternEngine.Weights;

/// <summary>For each term the vectors that hold it.</summary>
internal sealed class Postings
{
    private readonly int[] starts;
    private readonly int[] owners;
    private readonly float[] weights;

    public Postings(IReadOnlyList<Vector?> vectors, int terms)
    {
        starts = new int[terms + 1];

        foreach (var vector in vectors)
        {
            foreach (var term in vector?.Terms ?? [])
            {
                starts[term + 1]++;
            }
        }

        for (var term = 0; term < terms; term++)
        {
            starts[term + 1] += starts[term];
        }

        owners = new int[starts[terms]];
        weights = new float[starts[terms]];
        var next = starts.AsSpan(0, terms).ToArray();

        for (var owner = 0; owner < vectors.Count; owner++)
        {
            if (vectors[owner] is not { } vector)
            {
                continue;
            }

            for (var i = 0; i < vector.Terms.Length; i++)
            {
                var at = next[vector.Terms[i]]++;
                owners[at] = owner;
                weights[at] = vector.Weights[i];
            }
        }
    }

    /// <summary>Adds the dot product with every vector that shares a term, the rarest terms first.</summary>
    /// <returns>False when the most postings were read before all terms were.</returns>
    public bool Score(Vector vector, Scores scores, int most = int.MaxValue)
    {
        var order = RarestFirst(vector.Terms);

        for (var i = 0; i < order.Length; i++)
        {
            var term = vector.Terms[order[i]];
            var length = starts[term + 1] - starts[term];

            if (length > most && i > 0)
            {
                return false;
            }

            length = Math.Min(length, most);
            most -= length;
            scores.Add(
                owners.AsSpan(starts[term], length), weights.AsSpan(starts[term], length), vector.Weights[order[i]]);
        }

        return true;
    }

    private int[] RarestFirst(int[] terms)
    {
        var lengths = new int[terms.Length];
        var order = new int[terms.Length];

        for (var i = 0; i < terms.Length; i++)
        {
            lengths[i] = starts[terms[i] + 1] - starts[terms[i]];
            order[i] = i;
        }

        Array.Sort(lengths, order);

        return order;
    }
}
