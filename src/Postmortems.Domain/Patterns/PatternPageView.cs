using Postmortems.Domain.Causes;
using Postmortems.Domain.Patterns.Costs;
using Postmortems.Domain.Patterns.Curation;

namespace Postmortems.Domain.Patterns;

/// <param name="Kept">What else was done about it after its automation shipped.</param>
/// <param name="OlderMoves">The last move of the ledger that is shown, when there are earlier ones.</param>
public sealed record PatternPageView(
    PatternFacts Pattern, IReadOnlyList<PatternMemberRow> Members, IReadOnlyList<OpenPromise> Promises, IReadOnlyList<KeptPromise> Kept, PatternHistory History,
    IReadOnlyList<LedgerRow> Ledger, LedgerKey? OlderMoves);

/// <param name="Version">An edit says which one it began from.</param>
public sealed record PatternFacts(
    Guid Id, uint Version, int Number, string Name, bool IsNamedByPeople, List<string> SharedTerms, string OwnerTeam, int Postmortems, Automation? Automation)
{
    public PatternKind? Kind { get; init; }

    /// <summary>Its members are fix steps by hand, not causes.</summary>
    public bool IsOfFixes { get; init; }

    /// <summary>Sentences.</summary>
    public List<string> SharedConcepts { get; init; } = [];

    public string Definition { get; init; } = "";

    /// <summary>Since when it stands in no list.</summary>
    public DateTimeOffset? FadedAt { get; init; }

    public Confirmation? Confirmation { get; init; }

    public string? ConfirmedBy { get; init; }

    public Dismissal? Dismissal { get; init; }

    public string? DismissedBy { get; init; }

    public Acceptance? Acceptance { get; init; }

    public string? AcceptedBy { get; init; }

    public DateTimeOffset? ResurfacedAt { get; init; }

    public Outgrown? ResurfacedBy { get; init; }

    /// <summary>Null while it was not weighed yet.</summary>
    public Weighed? Weighed { get; init; }

    public Reopening? Reopening { get; init; }

    public bool IsPinned { get; init; }

    /// <summary>The number of the pattern that took its members.</summary>
    public int? MergedInto { get; init; }

    public int? SplitFrom { get; init; }

    public IReadOnlyList<OtherPattern> Absorbed { get; init; } = [];

    /// <summary>How many suggestions about it wait in the inbox.</summary>
    public int Waiting { get; init; }
}

/// <summary>One line of the ledger: a statement went in or out.</summary>
/// <param name="By">Null when the engine decided.</param>
public sealed record LedgerRow(
    bool IsIn, QuotedStatement Statement, string? By, string? Engine, double? Strength, List<string> SharedTerms, string Reason, DateTimeOffset At);

/// <summary>Where a page of the ledger ends.</summary>
public sealed record LedgerKey(DateTimeOffset At, Guid Id);

/// <param name="SeenAt">When its incident happened, or was listed where nobody knows.</param>
/// <param name="Strength">0 to 1; one half means that chance or another pattern was as close.</param>
public sealed record PatternMemberRow(QuotedStatement Statement, DateTimeOffset SeenAt, double Strength, List<string> SharedTerms);
