namespace Postmortems.PatternEngine.Recurrence;

/// <summary>What can be said of a promise that something stopped.</summary>
public enum Verdict
{
    /// <summary>Not seen since, but less than three were to be expected by now.</summary>
    TooEarly,

    /// <summary>Not seen since, and three or more were to be expected.</summary>
    Holding,

    /// <summary>Seen again, and surely less often than before.</summary>
    Reduced,

    /// <summary>Seen again before enough time has passed to compare.</summary>
    CameBack,

    /// <summary>Seen again, and as often as before for all that can be told.</summary>
    NoChange,

    /// <summary>It was never seen before it was removed, so nothing can be compared.</summary>
    NothingBefore,
}
