namespace Postmortems.Domain.Patterns;

/// <summary>That a statement belongs to a pattern, how strongly (0 to 1), and by which shared words. A statement is a cause, or a fix step by hand.</summary>
public sealed class PatternMember
{
    private PatternMember()
    {
    }

    /// <param name="statementId">The id of a cause, or of a timeline entry that tells a fix step.</param>
    public PatternMember(Guid patternId, Guid statementId, bool isFix = false)
    {
        PatternId = patternId;
        StatementId = statementId;
        CauseId = isFix ? null : statementId;
        EntryId = isFix ? statementId : null;
    }

    public Guid PatternId { get; private set; }

    public Guid StatementId { get; private set; }

    /// <summary>The statement where it is a cause.</summary>
    public Guid? CauseId { get; private set; }

    /// <summary>The statement where it is a fix step.</summary>
    public Guid? EntryId { get; private set; }

    public double Strength { get; private set; }

    public List<string> SharedTerms { get; private set; } = [];

    /// <summary>When the incident happened that it was found in.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    public void Measure(double strength, IEnumerable<string> sharedTerms, DateTimeOffset seenAt)
    {
        Strength = strength;
        SharedTerms = [.. sharedTerms];
        SeenAt = seenAt;
    }

    /// <summary>People put it here; the engine sees nothing alike.</summary>
    public void SeenIn(DateTimeOffset seenAt) => SeenAt = seenAt;
}
