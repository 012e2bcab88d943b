namespace Postmortems.PatternEngine.Weights;

/// <summary>A reusable sum per owner that forgets in the time it took to fill.</summary>
internal sealed class Scores(int owners)
{
    private readonly float[] sums = new float[owners];
    private readonly int[] touched = new int[owners];
    private int count;

    public int Room => sums.Length;

    public ReadOnlySpan<int> Touched => touched.AsSpan(0, count);

    public double this[int owner] => sums[owner];

    /// <param name="entries">Weights above zero; a sum of zero means that nothing was added.</param>
    /// <param name="weight">Of the same term in the vector that asks.</param>
    public void Add(ReadOnlySpan<Postings.Entry> entries, float weight)
    {
        foreach (ref readonly var entry in entries)
        {
            ref var sum = ref sums[entry.Owner];

            if (sum == 0)
            {
                touched[count++] = entry.Owner;
            }

            sum += weight * entry.Weight;
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

    /// <summary>Fills the places with the owners of the highest sums; of equal ones the first.</summary>
    /// <returns>How many there are.</returns>
    public int Highest(Span<int> places)
    {
        var found = 0;
        var least = 0f;

        foreach (var owner in Touched)
        {
            if (sums[owner] < least || (found == places.Length && !IsHigher(owner, places[^1])))
            {
                continue;
            }

            var at = found < places.Length ? found++ : found - 1;

            for (; at > 0 && IsHigher(owner, places[at - 1]); at--)
            {
                places[at] = places[at - 1];
            }

            places[at] = owner;
            least = found == places.Length ? sums[places[^1]] : 0;
        }

        return found;
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
