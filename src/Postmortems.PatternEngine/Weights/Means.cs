namespace Postmortems.PatternEngine.Weights;

/// <summary>Means of some of the vectors, summed in one row by term. For one thread.</summary>
internal sealed class Means(int terms, Vector[] vectors)
{
    private readonly float[] sums = new float[terms];
    private int[] touched = new int[256];
    private float[] ranked = new float[256];

    /// <param name="cluster">Which vectors.</param>
    /// <param name="most">Of more terms only the heaviest stay; of equally heavy ones the first.</param>
    public Vector Of(ReadOnlySpan<int> cluster, int most = int.MaxValue)
    {
        var count = Sum(cluster);
        var above = 0f;
        var equal = count;

        if (count > most)
        {
            (above, equal) = Line(count, most);
            count = Keep(count, above);
        }

        touched.AsSpan(0, count).Sort();
        var (meanTerms, meanWeights, at) = (new int[Math.Min(count, most)], new float[Math.Min(count, most)], 0);

        foreach (var term in touched.AsSpan(0, count))
        {
            var weight = sums[term];
            sums[term] = 0;

            if (weight != above || equal-- > 0)
            {
                (meanTerms[at], meanWeights[at]) = (term, weight);
                at++;
            }
        }

        return new Vector(meanTerms, meanWeights);
    }

    private int Sum(ReadOnlySpan<int> cluster)
    {
        var count = 0;

        foreach (var item in cluster)
        {
            var (itemTerms, itemWeights) = (vectors[item].Terms, vectors[item].Weights);

            if (count + itemTerms.Length > touched.Length)
            {
                Array.Resize(ref touched, (count + itemTerms.Length) * 2);
            }

            for (var i = 0; i < itemTerms.Length; i++)
            {
                ref var sum = ref sums[itemTerms[i]];

                if (sum == 0)
                {
                    touched[count++] = itemTerms[i];
                }

                sum += itemWeights[i];
            }
        }

        foreach (var term in touched.AsSpan(0, count))
        {
            sums[term] /= cluster.Length;
        }

        return count;
    }

    /// <returns>The weight of the lightest that stays, and how many of that weight do.</returns>
    private (float Line, int Equal) Line(int count, int most)
    {
        if (ranked.Length < count)
        {
            ranked = new float[count * 2];
        }

        for (var i = 0; i < count; i++)
        {
            ranked[i] = sums[touched[i]];
        }

        var line = Rank.Highest(ranked.AsSpan(0, count), most);
        var above = 0;

        for (var i = 0; i < count; i++)
        {
            above += sums[touched[i]] > line ? 1 : 0;
        }

        return (line, most - above);
    }

    private int Keep(int count, float line)
    {
        var kept = 0;

        for (var i = 0; i < count; i++)
        {
            if (sums[touched[i]] >= line)
            {
                touched[kept++] = touched[i];
            }
            else
            {
                sums[touched[i]] = 0;
            }
        }

        return kept;
    }
}
