namespace Postmortems.PatternEngine.Weights;

/// <summary>A reusable sum per owner that forgets in the time it took to fill.</summary>
internal sealed class Scores(int owners)
{
    private readonly float[] sums = new float[owners];
    private readonly int[] touched = new int[owners];
    private int count;

    public ReadOnlySpan<int> Touched => touched.AsSpan(0, count);

    public double this[int owner] => sums[owner];

    /// <param name="weights">Above zero; a sum of zero means that nothing was added.</param>
    public void Add(ReadOnlySpan<int> to, ReadOnlySpan<float> weights, float weight)
    {
        for (var i = 0; i < to.Length; i++)
        {
            ref var sum = ref sums[to[i]];

            if (sum == 0)
            {
                touched[count++] = to[i];
            }

            sum += weight * weights[i];
        }
    }

    /// <returns>The owners of the highest sums; of equal ones the first.</returns>
    public List<int> Highest(int most, int except)
    {
        var highest = new List<int>(most + 1);

        foreach (var owner in Touched)
        {
            if (owner == except || (highest.Count == most && !IsHigher(owner, highest[^1])))
            {
                continue;
            }

            var at = highest.Count;

            while (at > 0 && IsHigher(owner, highest[at - 1]))
            {
                at--;
            }

            highest.Insert(at, owner);

            if (highest.Count > most)
            {
                highest.RemoveAt(most);
            }
        }

        return highest;
    }

    public void Clear()
    {
        foreach (var owner in Touched)
        {
            sums[owner] = 0;
        }

        count = 0;
    }

    private bool IsHigher(int one, int other) =>
        sums[one] > sums[other] || (sums[one] == sums[other] && one < other);
}
