namespace Postmortems.Tests.Testing;

/// <summary>A clock that moves only when a test says so.</summary>
public sealed class StoppedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 11, 19, 9, 30, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;
}
