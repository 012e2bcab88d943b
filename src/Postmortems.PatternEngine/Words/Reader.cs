namespace Postmortems.PatternEngine.Words;

/// <summary>One thing that a statement says, and where it says it.</summary>
internal readonly record struct Term(string Key, int Start, int End);

/// <summary>Reads a statement into the terms that are compared: meanings, stems and whole identifiers.</summary>
internal sealed class Reader(Lexicon lexicon)
{
    private static readonly HashSet<string> Empty = new(
        DataFile.Lines("stopwords.txt").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .SelectMany(word => new[] { word, PorterStemmer.Stem(word) }),
        StringComparer.Ordinal);

    public static Reader Default { get; } = new(Lexicon.Default);

    public List<Term> Read(string text)
    {
        var words = Scanner.Words(text);
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
                at += length;
                continue;
            }

            if (!Empty.Contains(spoken[at].Stem) && spoken[at].Stem.Length > 1)
            {
                terms.Add(new Term(spoken[at].Stem, spoken[at].Start, spoken[at].End));
            }

            at++;
        }

        return terms;
    }
}
