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

    /// <summary>The automation has never reported a run: quiet may mean that nothing happens, or that it works every night.</summary>
    Blind,

    /// <summary>Hardly anybody is called any more, but its condition comes more often than before: only the automation sees it.</summary>
    Masked,

    /// <summary>It was never seen before it was removed, so nothing can be compared.</summary>
    NothingBefore,
}
