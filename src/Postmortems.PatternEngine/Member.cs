using Postmortems.PatternEngine.Explaining;

namespace Postmortems.PatternEngine;

/// <summary>A statement in a group.</summary>
public sealed class Member
{
    private readonly Lazy<MemberReasons> reasons;

    internal Member(string id, double strength, Lazy<MemberReasons> reasons)
    {
        Id = id;
        Strength = strength;
        this.reasons = reasons;
    }

    /// <summary>The statement's id.</summary>
    public string Id { get; }

    /// <summary>0 to 1; one half means that the runner-up, or chance, was as close as this group.</summary>
    public double Strength { get; }

    /// <summary>What this member shares with the rest, as it was written here.</summary>
    public IReadOnlyList<string> SharedTerms => reasons.Value.SharedTerms;

    /// <summary>What this member and others of the group speak of in whatever words.</summary>
    public IReadOnlyList<string> SharedConcepts => reasons.Value.SharedConcepts;

    /// <summary>What part of its likeness to the rest comes from the meanings that statements brought along, 0 to 1.</summary>
    public double ByMeaning => reasons.Value.ByMeaning;

    /// <summary>What this member says and no other of the group does: what speaks against it, the most telling first.</summary>
    public IReadOnlyList<string> Against => reasons.Value.Against;

    /// <summary>Where else it could have stood, or nothing.</summary>
    public RunnerUp? RunnerUp => reasons.Value.RunnerUp;
}

/// <summary>The nearest other group.</summary>
/// <param name="Name">Of that group.</param>
/// <param name="Id">Of its strongest member.</param>
/// <param name="Nearness">How near it is beside the group the member stands in: 1 is just as near.</param>
public sealed record RunnerUp(string Name, string Id, double Nearness);

/// <summary>A passage of a statement.</summary>
public sealed record Quote(string Id, string Text);
