using Postmortems.Domain.Incidents;

namespace Postmortems.Domain.Writing;

/// <summary>What a postmortem shows of an incident that it is about.</summary>
public sealed record AboutIncident(
    Guid Id,
    int Number,
    string Title,
    Severity Severity,
    string Zone,
    IncidentTimes Times,
    IReadOnlyList<string> Services);
