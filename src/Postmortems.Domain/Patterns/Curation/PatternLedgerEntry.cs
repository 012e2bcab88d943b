
namespace Postmortems.Domain.Patterns.Curation;

/// <summary>
/// That a statement went into a pattern or out of it: by whom or by which version of the engine, how alike it was, and why. Only ever added to.
/// What a person wrote last about a statement and a pattern holds against every recomputation.
/// </summary>
public sealed class PatternLedgerEntry
{
    private PatternLedgerEntry()
    {
    }

    /// <param name="by">Null when the engine decided.</param>
    /// <param name="merge">The pattern that was merged away by this, so that it can be undone.</param>
    public PatternLedgerEntry(Guid patternId, Guid statementId, bool isFix, bool isIn, Guid? by, string reason, DateTimeOffset at, Guid? merge = null)
    {
        PatternId = patternId;
        StatementId = statementId;
        CauseId = isFix ? null : statementId;
        EntryId = isFix ? statementId : null;
        IsIn = isIn;
        By = by;
        Engine = by is null ? RecomputePatterns.Engine : null;
        Reason = Shortened.To(reason.Trim(), Pattern.LongestReason);
        At = at;
        MergeOf = merge;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid PatternId { get; private set; }

    public Guid StatementId { get; private set; }

    public Guid? CauseId { get; private set; }

    public Guid? EntryId { get; private set; }

    public bool IsIn { get; private set; }

    public Guid? By { get; private set; }

    public string? Engine { get; private set; }

    /// <summary>0 to 1; null where a person decided.</summary>
    public double? Strength { get; private set; }

    public List<string> SharedTerms { get; private set; } = [];

    public string Reason { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public Guid? MergeOf { get; private set; }

    internal PatternLedgerEntry Because(double strength, IEnumerable<string> sharedTerms)
    {
        Strength = strength;
        SharedTerms = [.. sharedTerms];
        return this;
    }
}
