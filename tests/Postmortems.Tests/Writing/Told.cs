using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Timeline;

namespace Postmortems.Tests.Writing;

/// <summary>An incident in Berlin on 17 November 2026 as the tests of this folder tell it.</summary>
internal static class Told
{
    public static readonly DateTimeOffset Began = new(2026, 11, 17, 13, 2, 0, TimeSpan.Zero);

    public static Incident Incident(User by, string title = "Labels could not be created")
    {
        var incident = new Incident(title, Severity.Sev2, "Europe/Berlin", by.Id, Began);
        incident.Describe(title, Severity.Sev2, "Up to 44% of label requests failed.");
        incident.TellTimes(
            new IncidentTimes(
                Impact: new TimePoint(Began, Precision.About),
                Detected: new TimePoint(Began.AddMinutes(9), Precision.Minute),
                Mitigated: new TimePoint(Began.AddMinutes(47), Precision.Minute)),
            "Europe/Berlin");
        incident.Hurt([new ImpactWindow(new TimePoint(Began, Precision.About), new TimePoint(Began.AddMinutes(47), Precision.Minute), "Label requests failed")]);
        return incident;
    }

    public static TimelineEntry Entry(Incident incident, int minute, string text, int order = 0) =>
        new(incident.Id, new TimePoint(Began.AddMinutes(minute), Precision.Minute), "Europe/Berlin", text, order, incident.CreatedBy, Began);
}
