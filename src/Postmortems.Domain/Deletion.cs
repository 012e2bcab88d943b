namespace Postmortems.Domain;

/// <summary>Who took something out of sight, and when. What is deleted can be restored.</summary>
public sealed record Deletion(Guid By, DateTimeOffset At);
