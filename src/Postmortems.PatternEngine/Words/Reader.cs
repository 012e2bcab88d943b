using System.Runtime.InteropServices;
using Postmortems.PatternEngine.Concepts;

namespace Postmortems.PatternEngine.Words;

/// <summary>One thing that a statement says, where it says it, and how much that counts.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Term(string Key, int Start, int End, float Scale = 1);

/// <summary>Reads a statement into the terms that are compared: meanings, stems and whole identifiers.</summary>
internal sealed class Reader(Lexicon lexicon, ConceptBook? book = null)
{
    // The same word is a little more alike than another word of the same meaning.
    private const float BesideItsMeaning = 0.7f;

    // What people mean counts more than any one word they say it with; from 1.3 to 2 little changes.
    private const float Meant = 1.6f;

    // "After the rollback" stands in many causes and is not what they tell.
    private const float MeantInPassing = 0.5f;

    private const char ConceptMark = '#';

    private static readonly HashSet<string> Empty = new(
        DataFile.Lines("stopwords.txt").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .SelectMany(word => new[] { word, PorterStemmer.Stem(word) }),
        StringComparer.Ordinal);

    private readonly Scanner scanner = new();
    private readonly ConceptReader? concepts = book is null ? null : new ConceptReader(book);

    public static bool IsConcept(string key) => key[0] == ConceptMark;

    public static string KeyOf(Concept concept) => ConceptMark + concept.Id;

    public List<Term> Read(string text, StatementKind kind = StatementKind.Any)
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

        foreach (var mention in concepts?.Read(spoken) ?? [])
        {
            terms.Add(new Term(KeyOf(mention.Concept), mention.Start, mention.End, InPassing(mention.Concept, kind) ? MeantInPassing : Meant));
        }

        return terms;
    }

    private static bool InPassing(Concept concept, StatementKind kind) =>
        kind != StatementKind.Any && concept.IsFix != (kind == StatementKind.Fix);

    private static void AddWord(Word word, float scale, List<Term> terms)
    {
        if (word.Stem.Length > 1 && !Empty.Contains(word.Stem))
        {
            terms.Add(new Term(word.Stem, word.Start, word.End, scale));
        }
    }
}
