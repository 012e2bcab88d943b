namespace Postmortems.Domain.Patterns.Curation;

/// <summary>Who decided to live with a pattern for a while, why, and until which day.</summary>
/// <param name="Until">The last day of it, in UTC.</param>
/// <param name="Postmortems">In how many it stood then.</param>
/// <param name="Cost">What it had cost then, in minutes as they are weighed.</param>
/// <param name="EndedAt">When it asked again, or somebody took the decision back.</param>
public sealed record Acceptance(Guid By, DateTimeOffset At, string Reason, DateOnly Until, int Postmortems, double Cost, DateTimeOffset? EndedAt)
{
    public const int MostYears = 2;

    /// <summary>When it asks again at the latest: the day after the last one has begun.</summary>
    public DateTimeOffset EndsAt => new(Until.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <returns>Why it asks again; null while it does not.</returns>
    public Outgrown? OutgrownBy(int postmortems, double cost, DateTimeOffset now) => this switch
    {
        _ when now >= EndsAt => Outgrown.Expired,
        _ when postmortems >= Postmortems + 2 => Outgrown.Grown,
        _ when Cost > 0 && cost >= Cost * 2 => Outgrown.Dearer,
        _ => null,
    };
}
