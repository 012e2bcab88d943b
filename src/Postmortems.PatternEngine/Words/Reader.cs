using System.Runtime.InteropServices;
using Postmortems.PatternEngine.Concepts;

namespace Postmortems.PatternEngine.Words;

/// <summary>
/// Reads a statement into the terms that are compared: meanings, stems and whole identifiers. Keeps what it learned
/// about words between statements: one reader a thread.
/// </summary>
internal sealed class Reader
{
    /// <summary>A term that nobody else uses: it makes the statement longer and matches nothing.</summary>
    public const int Stranger = -1;

    // The same word is a little more alike than another word of the same meaning.
    private const float BesideItsMeaning = 0.7f;

    // What people mean counts more than any one word they say it with; from 1.3 to 2 little changes.
    private const float Meant = 1.6f;

    // "After the rollback" stands in many causes and is not what they tell.
    private const float MeantInPassing = 0.5f;

    private static readonly HashSet<string> Empty = new(
        DataFile.Lines("stopwords.txt").SelectMany(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .SelectMany(word => new[] { word, PorterStemmer.Stem(word) }),
        StringComparer.Ordinal);

    private readonly Scanner scanner = new();
    private readonly ConceptReader? concepts;
    private readonly Lexicon lexicon;
    private readonly Terms terms;
    private readonly bool learns;
    private readonly float topicScale;
    private readonly int topics;
    private readonly List<Word> words = [];
    private readonly List<Mention> mentions = [];

    private Known[] known = [];

    /// <param name="learns">Gives numbers to terms that nobody used yet; otherwise all of these are <see cref="Stranger"/>.</param>
    /// <param name="topicScale">What a word of a topic counts beside the word itself; topics have no place in the text.</param>
    public Reader(Lexicon lexicon, ConceptBook? book, Terms terms, bool learns, float topicScale = 0)
    {
        this.lexicon = lexicon;
        this.terms = terms;
        this.learns = learns;
        this.topicScale = topicScale;
        topics = book?.Topics.Count ?? 0;
        concepts = book is null ? null : new ConceptReader(book, scanner);
    }

    public int Stems => scanner.Stems;

    /// <summary>The terms of the text, instead of what stands in the list.</summary>
    public void Read(string text, StatementKind kind, List<Term> into)
    {
        into.Clear();
        words.Clear();
        scanner.Read(text, words);
        TakeWholes(into);

        for (var at = 0; at < words.Count;)
        {
            var length = Lexicon.Match(About(words[at]).Ways!, words, at, out var meaning);

            if (length > 0)
            {
                into.Add(new Term(meaning, words[at].Start, words[at + length - 1].End));
            }

            for (var past = at + Math.Max(1, length); at < past; at++)
            {
                AddWord(words[at], length > 0 ? BesideItsMeaning : 1, into);
            }
        }

        if (concepts is not null)
        {
            AddConcepts(concepts, kind, into);
        }
    }

    private void TakeWholes(List<Term> into)
    {
        var span = CollectionsMarshal.AsSpan(words);
        var kept = 0;

        foreach (ref var word in span)
        {
            if (word.Whole)
            {
                into.Add(new Term(About(word).Term, word.Start, word.End));
            }
            else
            {
                span[kept++] = word;
            }
        }

        CollectionsMarshal.SetCount(words, kept);
    }

    private void AddConcepts(ConceptReader reader, StatementKind kind, List<Term> into)
    {
        mentions.Clear();
        reader.Read(words, mentions);

        foreach (var mention in mentions)
        {
            var inPassing = (kind is StatementKind.Cause or StatementKind.Fix) && mention.IsFix != (kind == StatementKind.Fix);
            into.Add(new Term(terms.FirstConcept + mention.Concept, mention.Start, mention.End, inPassing ? MeantInPassing : Meant));
        }

        for (var topic = 0; topic < topics && topicScale > 0; topic++)
        {
            if (reader.Touches(topic))
            {
                into.Add(new Term(terms.FirstTopic + topic, 0, 0, topicScale));
            }
        }
    }

    private void AddWord(Word word, float scale, List<Term> into)
    {
        ref readonly var about = ref About(word);

        if (!about.IsEmpty)
        {
            into.Add(new Term(about.Term, word.Start, word.End, scale));
        }
    }

    private ref readonly Known About(Word word)
    {
        if (word.Number >= known.Length)
        {
            Array.Resize(ref known, Math.Max(256, word.Number * 2));
        }

        ref var about = ref known[word.Number];

        if (about.Ways is null)
        {
            about = Learn(word);
        }

        return ref about;
    }

    private Known Learn(Word word)
    {
        var empty = !word.Whole && (word.Stem.Length < 2 || Empty.Contains(word.Stem));

        return new Known(
            empty ? Stranger : learns ? terms.Learn(word.Stem) : terms.Find(word.Stem) ?? Stranger, empty, lexicon.WaysFrom(word.Stem));
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Known(int Term, bool IsEmpty, Lexicon.Way[]? Ways);
}
