namespace Postmortems.Formats;

/// <summary>A time as a document states it: what is not stated is null, never guessed.</summary>
public sealed record ReadMoment
{
    /// <summary>Exact point with the offset that held there; null unless day, time of day and zone are known.</summary>
    public DateTimeOffset? Instant { get; init; }

    /// <summary>Day and time of day as written, of kind Unspecified; null unless both are known.</summary>
    public DateTime? WallClock { get; init; }

    public DateOnly? Day { get; init; }

    /// <summary>Time of day as written, also where the day is unknown.</summary>
    public TimeOnly? TimeOfDay { get; init; }

    /// <summary>IANA name; null when no zone, or only an offset, is stated.</summary>
    public string? Zone { get; init; }

    public Precision Precision { get; init; }

    /// <summary>The characters of the source that state the time.</summary>
    public required string AsWritten { get; init; }

    /// <summary>Whether an end is written too; the moment is the beginning, and the end stands only in <see cref="AsWritten"/>.</summary>
    public bool HasEnd { get; init; }
}

/// <summary>How finely a time is stated.</summary>
public enum Precision
{
    /// <summary>No time at all.</summary>
    None,

    /// <summary>A day without a time of day.</summary>
    Day,

    /// <summary>A time of day marked as approximate: "about 14:05", "~14:05".</summary>
    About,

    /// <summary>A full hour without minutes: "2 pm".</summary>
    Hour,

    Minute,

    Second,
}
