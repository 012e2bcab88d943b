namespace Postmortems.PatternEngine.Weights;

internal static class Rank
{
    // Until here the simplest sort is the fastest.
    private const int Few = 32;

    public static void Sort(Span<ulong> values)
    {
        if (values.Length > Few)
        {
            values.Sort();
            return;
        }

        for (var i = 1; i < values.Length; i++)
        {
            var value = values[i];
            var at = i;

            for (; at > 0 && values[at - 1] > value; at--)
            {
                values[at] = values[at - 1];
            }

            values[at] = value;
        }
    }

    /// <summary>
    /// The value at that rank, 1 for the highest, by quickselect (Hoare, "Algorithm 65: Find", Communications of the ACM 4,
    /// 1961): a sort of all is not needed. The values change places.
    /// </summary>
    public static float Highest(Span<float> values, int rank)
    {
        var (low, high) = (0, values.Length - 1);

        while (low < high)
        {
            var pivot = values[(low + high) / 2];
            var (left, right) = (low, high);

            while (left <= right)
            {
                while (values[left] > pivot)
                {
                    left++;
                }

                while (values[right] < pivot)
                {
                    right--;
                }

                if (left <= right)
                {
                    (values[left], values[right]) = (values[right--], values[left++]);
                }
            }

            (low, high) = rank - 1 <= right ? (low, right) : rank - 1 >= left ? (left, high) : (rank - 1, rank - 1);
        }

        return values[rank - 1];
    }
}
