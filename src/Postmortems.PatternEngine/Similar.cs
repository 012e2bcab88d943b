using Postmortems.PatternEngine.Explaining;

namespace Postmortems.PatternEngine;

/// <summary>A statement that is like the one asked about. Why it is gets worked out when somebody asks.</summary>
public sealed class Similar
{
    private readonly Lazy<SimilarReasons> reasons;

    internal Similar(string id, double score, Lazy<SimilarReasons> reasons)
    {
        Id = id;
        Score = score;
        this.reasons = reasons;
    }

    public string Id { get; }

    /// <summary>Cosine of the weighted terms, 0 to 1.</summary>
    public double Score { get; }

    /// <summary>What both say, as it was written in the statement asked about.</summary>
    public IReadOnlyList<string> SharedTerms => reasons.Value.SharedTerms;

    /// <summary>What both speak of in whatever words, as sentences for people.</summary>
    public IReadOnlyList<string> SharedConcepts => reasons.Value.SharedConcepts;

    /// <summary>What part of the score comes from the meanings that statements brought along, 0 to 1.</summary>
    public double ByMeaning => reasons.Value.ByMeaning;

    /// <summary>Where each of the two says what both say: the statement asked about, then this one.</summary>
    public IReadOnlyList<Quote> Quotes => reasons.Value.Quotes;

    /// <summary>What this one says and the statement asked about does not, the most telling first.</summary>
    public IReadOnlyList<string> Against => reasons.Value.Against;
}
