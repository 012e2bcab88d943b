namespace Postmortems.Domain.Patterns;

/// <summary>It came back after its automation had shipped, so it is open again until somebody plans anew.</summary>
/// <param name="At">When the product noticed.</param>
/// <param name="SeenAt">When it was last seen.</param>
public sealed record Reopening(DateTimeOffset At, DateTimeOffset SeenAt);
