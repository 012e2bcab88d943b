using Postmortems.PatternEngine.Explaining;

namespace Postmortems.PatternEngine;

/// <summary>Two or more statements that belong together. Why they do is worked out when somebody asks.</summary>
public sealed class Group
{
    private readonly Lazy<GroupReasons> reasons;
    private readonly Lazy<string> name;

    internal Group(IReadOnlyList<Member> members, Lazy<GroupReasons> reasons, Lazy<string> name)
    {
        Members = members;
        this.reasons = reasons;
        this.name = name;
    }

    /// <summary>The strongest first.</summary>
    public IReadOnlyList<Member> Members { get; }

    /// <summary>
    /// The sentence of the concept that two thirds of its members speak of, with what is particular where several groups have
    /// it; else the words of the member in its middle.
    /// </summary>
    public string Name => name.Value;

    /// <summary>Why they belong together, as people wrote it, the most telling first.</summary>
    public IReadOnlyList<string> SharedTerms => reasons.Value.SharedTerms;

    /// <summary>What most of its members speak of in whatever words, as sentences for people.</summary>
    public IReadOnlyList<string> Concepts => reasons.Value.Concepts;

    /// <summary>Where two of its strongest members say the same in their own words.</summary>
    public IReadOnlyList<Quote> Quotes => reasons.Value.Quotes;
}
