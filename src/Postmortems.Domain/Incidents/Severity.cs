namespace Postmortems.Domain.Incidents;

/// <summary>How bad it was for those who use the service. A near miss hurt nobody and teaches as much.</summary>
public enum Severity
{
    Sev1,
    Sev2,
    Sev3,
    Sev4,
    NearMiss,

    /// <summary>Nobody has said. Imported documents often leave it open.</summary>
    Unknown,
}
