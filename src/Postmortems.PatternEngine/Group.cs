using Postmortems.PatternEngine.Explaining;

namespace Postmortems.PatternEngine;

/// <summary>Two or more statements that belong together. Why they do is worked out when somebody asks.</summary>
public sealed class Group
{
    private readonly Lazy<GroupReasons> reasons;

    internal Group(IReadOnlyList<Member> members, Lazy<GroupReasons> reasons)
    {
        Members = members;
        this.reasons = reasons;
    }

    /// <summary>The strongest first.</summary>
    public IReadOnlyList<Member> Members { get; }

    /// <summary>Made of its shared terms.</summary>
    public string Name => reasons.Value.Name;

    /// <summary>Why they belong together, as people wrote it, the most telling first.</summary>
    public IReadOnlyList<string> SharedTerms => reasons.Value.SharedTerms;

    /// <summary>What most of its members speak of in whatever words, as sentences for people.</summary>
    public IReadOnlyList<string> Concepts => reasons.Value.Concepts;

    /// <summary>Where two of its strongest members say the same in their own words.</summary>
    public IReadOnlyList<Quote> Quotes => reasons.Value.Quotes;
}
