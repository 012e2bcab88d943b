using System.Runtime.InteropServices;
using Postmortems.PatternEngine.Concepts;
using Postmortems.PatternEngine.Words;

namespace Postmortems.PatternEngine.Weights;

/// <summary>
/// Which terms a set of statements uses, and how telling each one is: the fewer statements hold a term, the more it
/// weighs. tf = 1 + ln f and cosine normalisation as in Manning, Raghavan and Schütze, "Introduction to Information
/// Retrieval", 2008, 6.4; idf = ln((N + 1) / (df + 1/2)), of which each side carries the square root, so that a product
/// counts it once as BM25 does (Robertson and Zaragoza, "The Probabilistic Relevance Framework", 2009, 3.4). Counted
/// twice, one rare word that two statements share by accident outweighs all that they mean.
/// </summary>
internal sealed class Vocabulary
{
    // A tag that two statements share counts as much as a weak word: it nudges, the text decides.
    private const float TagScale = 0.3f;

    private readonly Dictionary<string, int> ids = new(StringComparer.Ordinal);
    private readonly List<int> frequencies = [];
    private readonly int statements;

    /// <param name="vectors">One unit vector a statement, in the order given.</param>
    public Vocabulary(IReadOnlyList<Statement> statements, out Vector[] vectors)
    {
        this.statements = statements.Count;

        var reader = new Reader(Lexicon.Default, ConceptBook.Default);
        var used = new List<Use>[statements.Count];

        for (var at = 0; at < used.Length; at++)
        {
            used[at] = Uses(statements[at], reader, learn: true);

            foreach (var use in used[at])
            {
                frequencies[use.Term]++;
            }
        }

        vectors = Array.ConvertAll(used, Weigh);
    }

    public int Count => frequencies.Count;

    public int? Find(string key) => ids.TryGetValue(key, out var id) ? id : null;

    /// <summary>Weighs a statement that may be a stranger to this vocabulary.</summary>
    public Vector Weigh(Statement statement) => Weigh(Uses(statement, new Reader(Lexicon.Default, ConceptBook.Default), learn: false));

    private Vector Weigh(List<Use> uses)
    {
        // Terms that nobody else uses share the id -1: they make the statement longer and match nothing.
        var weights = uses.ConvertAll(use => use.Scale * (1 + Math.Log(use.Count)) * Math.Sqrt(Rarity(use.Term)));
        var length = Math.Sqrt(weights.Sum(weight => weight * weight));
        var known = uses.Zip(weights).Where(use => use.First.Term >= 0).ToArray();

        return new Vector(
            Array.ConvertAll(known, use => use.First.Term),
            Array.ConvertAll(known, use => (float)(use.Second / length)));
    }

    private double Rarity(int term) => Math.Log((statements + 1) / ((term < 0 ? 0 : frequencies[term]) + 0.5));

    private List<Use> Uses(Statement statement, Reader reader, bool learn)
    {
        var terms = new List<Use>();

        foreach (var term in reader.Read(statement.Text, statement.Kind))
        {
            terms.Add(new Use(Id(term.Key, learn), 1, term.Scale));
        }

        AddTag(terms, "leaf:", statement.Leaf, learn);
        AddTag(terms, "role:", statement.Role, learn);
        AddTag(terms, "service:", statement.Service, learn);
        terms.Sort((a, b) => a.Term.CompareTo(b.Term));

        return Counted(terms);
    }

    private static List<Use> Counted(List<Use> sorted)
    {
        var counted = new List<Use>(sorted.Count);

        foreach (var use in sorted)
        {
            if (counted.Count > 0 && counted[^1].Term == use.Term && use.Term >= 0)
            {
                counted[^1] = use with { Count = counted[^1].Count + 1, Scale = Math.Max(use.Scale, counted[^1].Scale) };
            }
            else
            {
                counted.Add(use);
            }
        }

        return counted;
    }

    private void AddTag(List<Use> terms, string kind, string? tag, bool learn)
    {
        if (!string.IsNullOrWhiteSpace(tag))
        {
            terms.Add(new Use(Id(kind + tag.Trim().ToLowerInvariant(), learn), 1, TagScale));
        }
    }

    private int Id(string key, bool learn)
    {
        if (ids.TryGetValue(key, out var id))
        {
            return id;
        }

        if (!learn)
        {
            return -1;
        }

        ids.Add(key, frequencies.Count);
        frequencies.Add(0);

        return frequencies.Count - 1;
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly record struct Use(int Term, int Count, float Scale);
}
