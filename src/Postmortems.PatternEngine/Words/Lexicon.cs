namespace Postmortems.PatternEngine.Words;

/// <summary>
/// Ways of saying the same thing, read from <c>lexicon.txt</c>: <c>certificate = cert, certs, x509</c>. A way may be
/// several words; the longest one that fits wins.
/// </summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, Way[]> waysByFirstWord = new(StringComparer.Ordinal);
    private readonly List<string> names = [];
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

        foreach (var first in waysByFirstWord.Keys)
        {
            waysByFirstWord[first] = [.. waysByFirstWord[first].OrderByDescending(way => way.Stems.Length)];
        }
    }

    public static Lexicon Default { get; } = new(DataFile.Lines("lexicon.txt"));

    public static Lexicon Of(params IEnumerable<string> lines) => new(lines);

    public int Meanings => names.Count;

    public string NameOf(int meaning) => names[meaning];

    /// <returns>The ways that begin with the stem, the longest first.</returns>
    public Way[] WaysFrom(string stem) => waysByFirstWord.TryGetValue(stem, out var ways) ? ways : [];

    /// <param name="ways">Those that begin with the word at that place.</param>
    /// <returns>How many words from here say one meaning, or 0.</returns>
    public static int Match(Way[] ways, List<Word> words, int at, out int meaning)
    {
        meaning = -1;

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

        for (var i = 1; i < way.Stems.Length; i++)
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
        names.Add("=" + name);

        foreach (var way in halves[1].Split(',').Prepend(name))
        {
            var stems = scanner.Words(way).Where(w => !w.Whole).Select(w => w.Stem).ToArray();

            if (stems.Length == 0)
            {
                throw new FormatException($"The lexicon line '{line}' holds a way of saying nothing.");
            }

            waysByFirstWord[stems[0]] = [.. WaysFrom(stems[0]), new Way(stems, names.Count - 1)];
        }
    }

    public sealed record Way(string[] Stems, int Meaning);
}
