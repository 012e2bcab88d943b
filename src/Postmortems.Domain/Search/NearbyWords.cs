namespace Postmortems.Domain.Search;

/// <summary>Guesses what was meant by a mistyped word: the commonest of the words that differ by a letter or two.</summary>
internal static class NearbyWords
{
    private const int Shortest = 4;

    private static readonly char[] Between = [.. " \t\r\n,;:.!?()[]{}\"'`/\\|<>=+*#&@“”‘’…–—"];

    /// <returns>The words with the guesses in place, or null when there is nothing to guess.</returns>
    public static string? Correct(string typed, IEnumerable<string> titles)
    {
        var known = titles.SelectMany(title => title.ToLowerInvariant().Split(Between, StringSplitOptions.RemoveEmptyEntries))
            .Where(word => word.Length >= Shortest)
            .CountBy(word => word)
            .ToDictionary();

        var words = typed.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var corrected = words.Select(word => Nearest(word, known) ?? word).ToArray();
        return corrected.SequenceEqual(words, StringComparer.OrdinalIgnoreCase) ? null : string.Join(' ', corrected);
    }

    private static string? Nearest(string word, Dictionary<string, int> known)
    {
        var bare = word.ToLowerInvariant();

        if (bare.Length < Shortest || !bare.All(char.IsLetterOrDigit) || known.ContainsKey(bare))
        {
            return null;
        }

        var reach = bare.Length <= 5 ? 1 : 2;
        return known
            .Select(candidate => (candidate.Key, Steps: Steps(bare, candidate.Key, reach), Times: candidate.Value))
            .Where(candidate => candidate.Steps <= reach)
            .OrderBy(candidate => candidate.Steps).ThenByDescending(candidate => candidate.Times).ThenBy(candidate => candidate.Key, StringComparer.Ordinal)
            .Select(candidate => candidate.Key)
            .FirstOrDefault();
    }

    /// <summary>Letters added, left out, replaced, or two swapped (optimal string alignment).</summary>
    private static int Steps(string one, string other, int reach)
    {
        if (Math.Abs(one.Length - other.Length) > reach)
        {
            return reach + 1;
        }

        var steps = new int[one.Length + 1, other.Length + 1];

        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                steps[i, j] = (i, j) switch
                {
                    (0, _) => j,
                    (_, 0) => i,
                    _ => Math.Min(Math.Min(steps[i - 1, j], steps[i, j - 1]) + 1, steps[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1)),
                };

                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                {
                    steps[i, j] = Math.Min(steps[i, j], steps[i - 2, j - 2] + 1);
                }
            }
        }

        return steps[one.Length, other.Length];
    }
}
