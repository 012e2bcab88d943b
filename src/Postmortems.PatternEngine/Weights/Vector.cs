namespace Postmortems.PatternEngine.Weights;

/// <summary>Weights by term, the terms in ascending order.</summary>
internal sealed class Vector(int[] terms, float[] weights) : IEquatable<Vector>
{
    // A step along both costs about a tenth of a search in one.
    private const int MuchLonger = 8;

    public int[] Terms { get; } = terms;

    public float[] Weights { get; } = weights;

    public double Dot(Vector other)
    {
        if (other.Terms.Length > MuchLonger * Terms.Length)
        {
            return DotInLonger(other);
        }

        var sum = 0.0;
        int i = 0, j = 0;

        while (i < Terms.Length && j < other.Terms.Length)
        {
            if (Terms[i] == other.Terms[j])
            {
                sum += (double)Weights[i++] * other.Weights[j++];
            }
            else if (Terms[i] < other.Terms[j])
            {
                i++;
            }
            else
            {
                j++;
            }
        }

        return sum;
    }

    private double DotInLonger(Vector longer)
    {
        var sum = 0.0;
        var from = 0;

        for (var i = 0; i < Terms.Length && from < longer.Terms.Length; i++)
        {
            var at = longer.Terms.AsSpan(from).BinarySearch(Terms[i]);

            if (at >= 0)
            {
                sum += (double)Weights[i] * longer.Weights[from + at];
            }

            from += at >= 0 ? at + 1 : ~at;
        }

        return sum;
    }

    public static Vector Sum(Vector a, float shareOfA, Vector b, float shareOfB)
    {
        var terms = new List<int>(a.Terms.Length + b.Terms.Length);
        var weights = new List<float>(a.Terms.Length + b.Terms.Length);
        int i = 0, j = 0;

        while (i < a.Terms.Length || j < b.Terms.Length)
        {
            var termOfA = i < a.Terms.Length ? a.Terms[i] : int.MaxValue;
            var termOfB = j < b.Terms.Length ? b.Terms[j] : int.MaxValue;

            terms.Add(Math.Min(termOfA, termOfB));
            weights.Add(
                (termOfA <= termOfB ? shareOfA * a.Weights[i] : 0) + (termOfB <= termOfA ? shareOfB * b.Weights[j] : 0));
            i += termOfA <= termOfB ? 1 : 0;
            j += termOfB <= termOfA ? 1 : 0;
        }

        return new Vector([.. terms], [.. weights]);
    }

    public Vector Where(Func<int, bool> keeps)
    {
        var kept = Enumerable.Range(0, Terms.Length).Where(i => keeps(Terms[i])).ToArray();

        return new Vector(Array.ConvertAll(kept, i => Terms[i]), Array.ConvertAll(kept, i => Weights[i]));
    }

    /// <summary>The terms, the heaviest first.</summary>
    public IEnumerable<int> ByWeight() =>
        Terms.Zip(Weights).OrderByDescending(t => t.Second).ThenBy(t => t.First).Select(t => t.First);

    /// <summary>Without the lightest terms when there are more than that.</summary>
    public Vector Heaviest(int most)
    {
        if (Terms.Length <= most)
        {
            return this;
        }

        var line = Rank.Highest((float[])Weights.Clone(), most);
        var above = 0;

        foreach (var weight in Weights)
        {
            above += weight > line ? 1 : 0;
        }

        var (terms, weights, at, equal) = (new int[most], new float[most], 0, most - above);

        for (var i = 0; i < Terms.Length; i++)
        {
            if (Weights[i] > line || (Weights[i] == line && equal-- > 0))
            {
                (terms[at], weights[at]) = (Terms[i], Weights[i]);
                at++;
            }
        }

        return new Vector(terms, weights);
    }

    public bool Equals(Vector? other) =>
        other is not null && Terms.AsSpan().SequenceEqual(other.Terms) && Weights.AsSpan().SequenceEqual(other.Weights);

    public override bool Equals(object? obj) => Equals(obj as Vector);

    public override int GetHashCode()
    {
        var hash = default(HashCode);

        foreach (var term in Terms)
        {
            hash.Add(term);
        }

        return hash.ToHashCode();
    }
}
