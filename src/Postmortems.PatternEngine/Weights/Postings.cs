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

    /// <summary>Adds the dot product with every vector that shares a term.</summary>
    public void Score(Vector vector, Scores scores)
    {
        for (var i = 0; i < vector.Terms.Length; i++)
        {
            for (var at = starts[vector.Terms[i]]; at < starts[vector.Terms[i] + 1]; at++)
            {
                scores.Add(owners[at], (double)vector.Weights[i] * weights[at]);
            }
        }
    }
}
