namespace Postmortems.Domain.Incidents;

/// <summary>How exactly a time is known. A time is never shown more exactly than it is known.</summary>
public enum Precision
{
    Second,
    Minute,

    /// <summary>About: five minutes either way.</summary>
    About,

    /// <summary>Within the hour: thirty minutes either way.</summary>
    Hour,

    /// <summary>The day is known, the time of day is not.</summary>
    Day,
}
