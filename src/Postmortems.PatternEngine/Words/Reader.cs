using System.Runtime.InteropServices;

namespace Postmortems.PatternEngine.Words;

/// <summary>One thing that a statement says, where it says it, and how much that counts.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Term(string Key, int Start, int End, float Scale = 1);

/// <summary>Reads a statement into the terms that are compared: meanings, stems and whole identifiers.</summary>
internal sealed class Reader(Lexicon lexicon)
{
    // The same word is a little more alike than another word of the same meaning.
    private const float BesideItsMeaning = 0.7f;

    private static readonly HashSet<string> Empty = new(
        DataFile.Lines("stopwords.txt").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .SelectMany(word => new[] { word, PorterStemmer.Stem(word) }),
        StringComparer.Ordinal);

    private readonly Scanner scanner = new();

    public List<Term> Read(string text)
    {
        var words = scanner.Words(text);
        var terms = new List<Term>(words.Count);
        var spoken = words.FindAll(word => !word.Whole);

        foreach (var word in words)
        {
            if (word.Whole)
            {
                terms.Add(new Term(word.Stem, word.Start, word.End));
            }
        }

        for (var at = 0; at < spoken.Count;)
        {
            var length = lexicon.Match(spoken, at, out var meaning);

            if (length > 0)
            {
                terms.Add(new Term(meaning, spoken[at].Start, spoken[at + length - 1].End));
            }

            for (var past = at + Math.Max(1, length); at < past; at++)
            {
                AddWord(spoken[at], length > 0 ? BesideItsMeaning : 1, terms);
            }
        }

        return terms;
    }

    private static void AddWord(Word word, float scale, List<Term> terms)
    {
        if (word.Stem.Length > 1 && !Empty.Contains(word.Stem))
        {
            terms.Add(new Term(word.Stem, word.Start, word.End, scale));
        }
    }
}
