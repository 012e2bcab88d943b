namespace Postmortems.Domain.Patterns.Curation;

/// <summary>What people have said of a pattern. Whether it is being fixed or watched is said by its automation.</summary>
public enum PatternState
{
    /// <summary>The engine found it; nobody has said yes or no.</summary>
    Proposed,

    Confirmed,

    Dismissed,

    /// <summary>Confirmed, and people live with it until a day.</summary>
    AcceptedRisk,

    Merged,
}

/// <summary>Who said that a pattern is one, and when.</summary>
public sealed record Confirmation(Guid By, DateTimeOffset At);

/// <summary>Who said that a pattern is none, why, and when it asks again.</summary>
/// <param name="Postmortems">In how many it stood then.</param>
public sealed record Dismissal(Guid By, DateTimeOffset At, string Reason, Resurfacing Resurfaces, int Postmortems)
{
    /// <summary>What it had cost then, in minutes as they are weighed.</summary>
    public double Cost { get; init; }

    /// <returns>Why it asks again; null while it does not.</returns>
    public Outgrown? OutgrownBy(int postmortems, double cost) => Resurfaces switch
    {
        Resurfacing.AfterTwoMore when postmortems >= Postmortems + 2 => Outgrown.Grown,
        Resurfacing.WhenDoubled when postmortems >= Postmortems * 2 => Outgrown.Grown,
        Resurfacing.AfterTwoMore or Resurfacing.WhenDoubled when Cost > 0 && cost >= Cost * 2 => Outgrown.Dearer,
        _ => null,
    };
}

/// <summary>When a dismissed pattern asks again.</summary>
public enum Resurfacing
{
    AfterTwoMore,
    WhenDoubled,
    Never,
}

/// <summary>Why a pattern asks again that people had dismissed or accepted.</summary>
public enum Outgrown
{
    /// <summary>It was seen in more postmortems.</summary>
    Grown,

    /// <summary>It has cost twice as much by now.</summary>
    Dearer,

    /// <summary>The day has come until which people lived with it.</summary>
    Expired,
}
