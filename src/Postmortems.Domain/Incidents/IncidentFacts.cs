namespace Postmortems.Domain.Incidents;

/// <summary>What people say about an incident in one form.</summary>
public sealed record IncidentFacts(
    string Title,
    Severity Severity,
    string Summary,
    string Zone,
    IncidentTimes Times,
    IReadOnlyList<ImpactWindow> Windows,
    IReadOnlyList<Guid> ServiceIds)
{
    internal void Tell(Incident incident)
    {
        incident.Describe(Title, Severity, Summary);
        incident.TellTimes(Times, Zone);
        incident.Affects(ServiceIds);
        incident.Hurt(Windows);
    }
}
