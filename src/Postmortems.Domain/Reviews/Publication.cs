namespace Postmortems.Domain.Reviews;

/// <summary>Who published, and when.</summary>
public sealed record Publication(Guid By, DateTimeOffset At);
