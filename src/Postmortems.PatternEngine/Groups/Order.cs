namespace Postmortems.PatternEngine.Groups;

/// <summary>
/// An order of statements that depends on nothing but their texts and ids, and has nothing to do with what they say:
/// any stretch of it is a fair sample.
/// </summary>
internal static class Order
{
    public static Statement[] Of(IReadOnlyList<Statement> statements)
    {
        var hashes = new ulong[statements.Count];
        var sorted = new Statement[statements.Count];

        for (var at = 0; at < sorted.Length; at++)
        {
            sorted[at] = statements[at];
            hashes[at] = Mixed(sorted[at].Text);
        }

        Array.Sort(hashes, sorted);

        for (int from = 0, to; from < sorted.Length; from = to)
        {
            for (to = from + 1; to < sorted.Length && hashes[to] == hashes[from]; to++)
            {
            }

            if (to - from > 1)
            {
                sorted.AsSpan(from, to - from).Sort(Compare);
            }
        }

        return sorted;
    }

    private static int Compare(Statement one, Statement other)
    {
        var order = string.CompareOrdinal(one.Text, other.Text);

        return order != 0 ? order : string.CompareOrdinal(one.Id, other.Id);
    }

    /// <summary>FNV-1a over the letters (Fowler, Noll and Vo), the same on every machine.</summary>
    private static ulong Mixed(string text)
    {
        var hash = 14695981039346656037UL;

        foreach (var letter in text)
        {
            hash = (hash ^ letter) * 1099511628211UL;
        }

        return hash ^ (hash >> 32);
    }
}
