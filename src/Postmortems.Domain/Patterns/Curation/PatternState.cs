namespace Postmortems.Domain.Patterns.Curation;

/// <summary>What people have said of a pattern. Whether it is being fixed or watched is said by its automation.</summary>
public enum PatternState
{
    /// <summary>The engine found it; nobody has said yes or no.</summary>
    Proposed,

    Confirmed,

    Dismissed,

    Merged,
}

/// <summary>Who said that a pattern is one, and when.</summary>
public sealed record Confirmation(Guid By, DateTimeOffset At);

/// <summary>Who said that a pattern is none, why, and when it asks again.</summary>
/// <param name="Postmortems">In how many it stood then.</param>
public sealed record Dismissal(Guid By, DateTimeOffset At, string Reason, Resurfacing Resurfaces, int Postmortems)
{
    public bool IsOutgrownBy(int postmortems) => Resurfaces switch
    {
        Resurfacing.AfterTwoMore => postmortems >= Postmortems + 2,
        Resurfacing.WhenDoubled => postmortems >= Postmortems * 2,
        _ => false,
    };
}

/// <summary>When a dismissed pattern asks again.</summary>
public enum Resurfacing
{
    AfterTwoMore,
    WhenDoubled,
    Never,
}
