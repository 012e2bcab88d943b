namespace Postmortems.Domain.Incidents;

/// <summary>What happened: severity, services, times with zone and precision, windows of impact.</summary>
public sealed class Incident
{
    public const int LongestTitle = 200;
    public const int LongestSummary = 4000;

    private readonly List<IncidentService> services = [];
    private readonly List<ImpactWindow> impactWindows = [];

    private Incident()
    {
    }

    /// <param name="zone">IANA zone in which people tell this incident's times.</param>
    /// <param name="id">Made by the form that asks for it, so that sending it twice records one incident.</param>
    public Incident(string title, Severity severity, string zone, Guid by, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        Describe(title, severity, summary: "");
        Zone = zone;
        CreatedBy = by;
        CreatedAt = at;
        ListedAt = at;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    /// <summary>The number in INC-214, given by the database.</summary>
    public int Number { get; private set; }

    public string Title { get; private set; } = "";

    public Severity Severity { get; private set; }

    public string Summary { get; private set; } = "";

    public string Zone { get; private set; } = "";

    public TimePoint? Impact { get; private set; }

    public TimePoint? Detected { get; private set; }

    public TimePoint? Acknowledged { get; private set; }

    public TimePoint? Mitigated { get; private set; }

    public TimePoint? Resolved { get; private set; }

    /// <summary>Where the incident stands in lists: its earliest known time, or when it was written down. Never shown as a time of the incident.</summary>
    public DateTimeOffset ListedAt { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public Deletion? Deletion { get; private set; }

    public IReadOnlyList<IncidentService> Services => services;

    public IReadOnlyList<ImpactWindow> ImpactWindows => impactWindows;

    public IncidentTimes Times => new(Impact, Detected, Acknowledged, Mitigated, Resolved);

    public bool IsOver => Resolved is not null;

    public void Describe(string title, Severity severity, string summary)
    {
        if (string.IsNullOrWhiteSpace(title))
        {
            throw new RuleBrokenException("incident/no-title", "Say what happened in a few words.");
        }

        Title = title.Trim();
        Severity = severity;
        Summary = summary.Trim();
    }

    /// <summary>Says when it happened. Detection may come before impact (caught in time); nothing else may run backwards.</summary>
    public void TellTimes(IncidentTimes times, string zone)
    {
        MilestoneOrder.Check(times);
        Zones.Get(zone);
        Zone = zone;
        Impact = times.Impact;
        Detected = times.Detected;
        Acknowledged = times.Acknowledged;
        Mitigated = times.Mitigated;
        Resolved = times.Resolved;
        ListedAt = (Impact ?? Detected ?? Acknowledged ?? Mitigated ?? Resolved)?.At ?? CreatedAt;
    }

    /// <summary>Says when one milestone was reached and leaves the others.</summary>
    public void Reach(Milestone milestone, TimePoint? at) => TellTimes(Times.With(milestone, at), Zone);

    public void Affects(IEnumerable<Guid> serviceIds)
    {
        var wanted = serviceIds.ToHashSet();
        services.RemoveAll(s => !wanted.Contains(s.ServiceId));
        services.AddRange(wanted.Except(services.Select(s => s.ServiceId)).Select(id => new IncidentService(Id, id)).ToList());
    }

    public void Hurt(IEnumerable<ImpactWindow> windows)
    {
        impactWindows.Clear();
        impactWindows.AddRange(windows);
    }

    public void Delete(Guid by, DateTimeOffset at) => Deletion ??= new Deletion(by, at);

    public void Restore() => Deletion = null;
}
