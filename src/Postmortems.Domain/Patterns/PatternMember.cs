namespace Postmortems.Domain.Patterns;

/// <summary>That a cause belongs to a pattern, how strongly (0 to 1), and by which shared words.</summary>
public sealed class PatternMember
{
    private PatternMember()
    {
    }

    public PatternMember(Guid patternId, Guid causeId)
    {
        PatternId = patternId;
        CauseId = causeId;
    }

    public Guid PatternId { get; private set; }

    public Guid CauseId { get; private set; }

    public double Strength { get; private set; }

    public List<string> SharedTerms { get; private set; } = [];

    /// <summary>When the incident happened that the cause was found in.</summary>
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
