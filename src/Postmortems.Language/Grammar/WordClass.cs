namespace Postmortems.Language.Grammar;

/// <summary>Words that play one part in a sentence.</summary>
internal sealed class WordClass
{
    private readonly HashSet<string> words;
    private readonly string[] beginnings;
    private readonly string[] endings;
    private readonly HashSet<string> not;
    private readonly string[] notEndings;

    public WordClass(IEnumerable<string> entries)
    {
        var all = entries.ToList();
        notEndings = [.. all.Where(entry => entry.StartsWith("-*", StringComparison.Ordinal)).Select(entry => entry[2..])];
        words = all.Where(entry => !entry.Contains('*') && (entry[0] != '-' || entry.Length == 1)).ToHashSet(StringComparer.Ordinal);
        beginnings = [.. all.Where(entry => entry[^1] == '*').Select(entry => entry[..^1])];
        endings = [.. all.Where(entry => entry[0] == '*').Select(entry => entry[1..])];
        not = all.Where(entry => entry[0] == '-' && entry.Length > 1).Select(entry => entry[1..]).ToHashSet(StringComparer.Ordinal);
    }

    /// <summary>Words and their beginnings, where the class is no more than a list of them; otherwise null.</summary>
    public IEnumerable<string>? Listed => endings.Length == 0 ? words.Concat(beginnings) : null;

    public bool Has(string word) => words.Contains(word) || (EndsOrBegins(word) && !not.Contains(word) && !Array.Exists(notEndings, ending => word.EndsWith(ending, StringComparison.Ordinal)));

    private bool EndsOrBegins(string word)
    {
        foreach (var beginning in beginnings)
        {
            if (word.StartsWith(beginning, StringComparison.Ordinal))
            {
                return true;
            }
        }

        foreach (var ending in endings)
        {
            if (word.Length > ending.Length + 1 && word.EndsWith(ending, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
