namespace Postmortems.Domain.Reviews;

/// <summary>Who asked for a review, and when.</summary>
public sealed record ReviewRequest(Guid By, DateTimeOffset At);
