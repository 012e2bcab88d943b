namespace Postmortems.Domain.Incidents;

/// <summary>That an incident affected a service.</summary>
public sealed record IncidentService(Guid IncidentId, Guid ServiceId);
