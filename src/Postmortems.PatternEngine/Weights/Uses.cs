using Postmortems.PatternEngine.Concepts;
using Postmortems.PatternEngine.Words;

namespace Postmortems.PatternEngine.Weights;

/// <summary>Counts what a statement says; how telling each term is comes later. One a thread.</summary>
internal sealed class Uses(Terms terms, bool learns, float topicScale)
{
    // A tag that two statements share counts as much as a weak word: it nudges, the text decides.
    private const float TagScale = 0.3f;

    private readonly Reader reader = new(Lexicon.Default, ConceptBook.Default, terms, learns, topicScale);
    private readonly List<Term> said = [];
    private ulong[] order = new ulong[64];
    private int[] keys = new int[64];
    private float[] scales = new float[64];

    public int Stems => reader.Stems;

    public List<Term> Read(string text)
    {
        reader.Read(text, StatementKind.Any, said);

        return said;
    }

    /// <summary>Each term once with its weight before rarity; strangers first, each for itself.</summary>
    public Vector Of(Statement statement)
    {
        reader.Read(statement.Kind == StatementKind.Document ? DocumentLead.Of(statement.Text) : statement.Text, statement.Kind, said);
        AddTag("leaf:", statement.Leaf);
        AddTag("role:", statement.Role);
        AddTag("service:", statement.Service);

        if (order.Length < said.Count)
        {
            (order, keys, scales) = (new ulong[said.Count * 2], new int[said.Count * 2], new float[said.Count * 2]);
        }

        for (var i = 0; i < said.Count; i++)
        {
            order[i] = ((ulong)(said[i].Number - Reader.Stranger) << 32) | BitConverter.SingleToUInt32Bits(said[i].Scale);
        }

        Rank.Sort(order.AsSpan(0, said.Count));

        return Counted(order.AsSpan(0, said.Count));
    }

    private Vector Counted(Span<ulong> sorted)
    {
        var distinct = 0;

        for (int from = 0, to; from < sorted.Length; from = to)
        {
            var key = TermOf(sorted[from]);

            for (to = from + 1; to < sorted.Length && TermOf(sorted[to]) == key && key != Reader.Stranger; to++)
            {
            }

            // Of one term the largest scale stands last.
            var scale = BitConverter.UInt32BitsToSingle((uint)sorted[to - 1]);
            (keys[distinct], scales[distinct]) = (key, to - from == 1 ? scale : scale * (1 + MathF.Log(to - from)));
            distinct++;
        }

        return new Vector(keys[..distinct], scales[..distinct]);
    }

    private static int TermOf(ulong said) => (int)(said >> 32) + Reader.Stranger;

    private void AddTag(string kind, string? tag)
    {
        if (!string.IsNullOrWhiteSpace(tag))
        {
            var key = kind + tag.Trim().ToLowerInvariant();
            said.Add(new Term(learns ? terms.Learn(key) : terms.Find(key) ?? Reader.Stranger, 0, 0, TagScale));
        }
    }
}
