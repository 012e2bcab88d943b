namespace Postmortems.PatternEngine.Words;

/// <summary>
/// Ways of saying the same thing, read from <c>lexicon.txt</c>: <c>certificate = cert, certs, x509</c>. A way may be
/// several words; the longest one that fits wins.
/// </summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, List<Way>> waysByFirstWord = new(StringComparer.Ordinal);

    private readonly Scanner scanner = new();

    private Lexicon(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                Learn(line);
            }
        }

        foreach (var ways in waysByFirstWord.Values)
        {
            ways.Sort((a, b) => b.Stems.Length.CompareTo(a.Stems.Length));
        }
    }

    public static Lexicon Default { get; } = new(DataFile.Lines("lexicon.txt"));

    public static Lexicon Of(params IEnumerable<string> lines) => new(lines);

    /// <returns>How many words from here say one meaning, or 0.</returns>
    public int Match(List<Word> words, int at, out string meaning)
    {
        meaning = "";

        if (!waysByFirstWord.TryGetValue(words[at].Stem, out var ways))
        {
            return 0;
        }

        foreach (var way in ways)
        {
            if (Fits(way, words, at))
            {
                meaning = way.Meaning;

                return way.Stems.Length;
            }
        }

        return 0;
    }

    private static bool Fits(Way way, List<Word> words, int at)
    {
        if (at + way.Stems.Length > words.Count)
        {
            return false;
        }

        for (var i = 0; i < way.Stems.Length; i++)
        {
            if (!string.Equals(words[at + i].Stem, way.Stems[i], StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    private void Learn(string line)
    {
        var halves = line.Split('=', 2);
        var name = halves[0].Trim();
        var meaning = "=" + name;

        foreach (var way in halves[1].Split(',').Prepend(name))
        {
            var stems = scanner.Words(way).Where(w => !w.Whole).Select(w => w.Stem).ToArray();

            if (stems.Length == 0)
            {
                throw new FormatException($"The lexicon line '{line}' holds a way of saying nothing.");
            }

            if (!waysByFirstWord.TryGetValue(stems[0], out var ways))
            {
                waysByFirstWord[stems[0]] = ways = [];
            }

            ways.Add(new Way(stems, meaning));
        }
    }

    private sealed record Way(string[] Stems, string Meaning);
}
