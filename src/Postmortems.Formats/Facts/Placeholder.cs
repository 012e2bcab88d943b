namespace Postmortems.Formats.Facts;

/// <summary>Words that stand where nothing was filled in.</summary>
internal static class Placeholder
{
    private static readonly HashSet<string> Words =
        new(["-", "–", "—", "*", "?", "...", "…", "n/a", "na", "none", "none.", "nothing", "tbd", "tba", "todo", "unknown", "null", "x", "keine", "aucun", "aucune", "ninguno", "nessuno"], StringComparer.OrdinalIgnoreCase);

    public static bool Is(string text)
    {
        var words = text.Trim().Trim('*', '_', '`', '-', ' ', '.');

        return words.Length == 0 || Words.Contains(words) || (words is ['<', .., '>'] or ['{', .., '}'] && !words.Contains("://", StringComparison.Ordinal));
    }
}
