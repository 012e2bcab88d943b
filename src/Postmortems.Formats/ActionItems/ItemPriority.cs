namespace Postmortems.Formats.ActionItems;

/// <summary>How urgent a promise is, said before it: <c>**HIGH** Cap it</c>, <c>[P1] Cap it</c>, <c>P2: Cap it</c>.</summary>
internal static class ItemPriority
{
    private static readonly string[] Words = ["critical", "urgent", "high", "medium", "low", "highest", "lowest", "p0", "p1", "p2", "p3", "p4", "prio 1", "prio 2", "prio 3"];

    /// <returns>As written; null when the item says none, and then the text stays as it is.</returns>
    public static string? Take(ref string text)
    {
        foreach (var (open, close) in ((string, string)[])[("**", "**"), ("__", "__"), ("[", "]"), ("(", ")"), ("`", "`"), ("", ":")])
        {
            if (!text.StartsWith(open, StringComparison.Ordinal) || text.IndexOf(close, open.Length, StringComparison.Ordinal) is not (> 0 and < 24 and var end))
            {
                continue;
            }

            var said = text[open.Length..end].Trim(' ', ':', '[', ']');
            var rest = text[(end + close.Length)..].TrimStart(' ', ':', '-', '–', '—');

            if (rest.Length > 0 && rest[0] != '(' && Array.Exists(Words, word => IsNamed(said, word)))
            {
                text = rest;
                return said;
            }
        }

        return null;
    }

    private static bool IsNamed(string said, string word) =>
        said.Equals(word, StringComparison.OrdinalIgnoreCase)
        || said.Equals(word + " priority", StringComparison.OrdinalIgnoreCase)
        || said.Equals("priority " + word, StringComparison.OrdinalIgnoreCase);
}
