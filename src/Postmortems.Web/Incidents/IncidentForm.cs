using Postmortems.Domain.Incidents;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Incidents;

/// <summary>What people say about an incident, as typed.</summary>
/// <remarks>The binder sets what a short form does not ask to null; here that means nothing was said.</remarks>
public sealed class IncidentForm
{
    /// <summary>Made when the form is shown, so that sending it twice records one incident.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public uint Version { get; set; }

    public string? Title { get; set; }

    public Severity Severity { get; set; } = Severity.Unknown;

    public string? Summary { get; set; }

    public string? Zone { get; set; }

    public TimeInput Impact { get; set => field = value ?? new(); } = new();

    public TimeInput Detected { get; set => field = value ?? new(); } = new();

    public TimeInput Acknowledged { get; set => field = value ?? new(); } = new();

    public TimeInput Mitigated { get; set => field = value ?? new(); } = new();

    public TimeInput Resolved { get; set => field = value ?? new(); } = new();

    public List<WindowInput> Windows { get; set => field = value ?? []; } = [];

    /// <summary>Read from the boxes that are ticked, all of one name.</summary>
    public List<Guid> ServiceIds { get; private set; } = [];

    public static IncidentForm Of(IncidentView incident) => new()
    {
        Id = incident.Id,
        Version = incident.Version,
        Title = incident.Title,
        Severity = incident.Severity,
        Summary = incident.Summary,
        Zone = Zones.OrUtc(incident.Zone),
        Impact = TimeInput.Of(incident.Times.Impact, incident.Zone),
        Detected = TimeInput.Of(incident.Times.Detected, incident.Zone),
        Acknowledged = TimeInput.Of(incident.Times.Acknowledged, incident.Zone),
        Mitigated = TimeInput.Of(incident.Times.Mitigated, incident.Zone),
        Resolved = TimeInput.Of(incident.Times.Resolved, incident.Zone),
        Windows = [.. incident.Windows.Select(window => WindowInput.Of(window, incident.Zone))],
        ServiceIds = [.. incident.Services.Select(service => service.Id)],
    };

    public void ReadServices(IFormCollection posted) =>
        ServiceIds = [.. posted["services"].Select(value => Guid.TryParse(value, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty)];

    /// <summary>The form has passed its rules, so every time can be read.</summary>
    public IncidentFacts ToFacts() => new(
        Title ?? "",
        Severity,
        Summary ?? "",
        Zone ?? "",
        new IncidentTimes(At(Impact), At(Detected), At(Acknowledged), At(Mitigated), At(Resolved)),
        [.. Windows.Where(window => !window.IsEmpty).Select(window => new ImpactWindow(At(window.Began)!, At(window.Ended), window.Text ?? ""))],
        ServiceIds);

    private TimePoint? At(TimeInput time) => time.ToPoint(Zone ?? "");
}

/// <summary>A stretch of impact, as typed.</summary>
public sealed class WindowInput
{
    public TimeInput Began { get; set => field = value ?? new(); } = new();

    public TimeInput Ended { get; set => field = value ?? new(); } = new();

    public string? Text { get; set; }

    public bool IsEmpty => Began.IsEmpty && Ended.IsEmpty && string.IsNullOrWhiteSpace(Text);

    public static WindowInput Of(ImpactWindow window, string zone) => new()
    {
        Began = TimeInput.Of(window.Began, zone),
        Ended = TimeInput.Of(window.Ended, zone),
        Text = window.Text,
    };
}
