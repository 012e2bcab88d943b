namespace Postmortems.Formats;

/// <summary>The times of the incident that the document states as such.</summary>
public sealed record ReadTimes
{
    /// <summary>When users were first affected.</summary>
    public ReadMoment? Impact { get; init; }

    public ReadMoment? Detected { get; init; }

    public ReadMoment? Acknowledged { get; init; }

    public ReadMoment? Mitigated { get; init; }

    public ReadMoment? Resolved { get; init; }
}
