using Postmortems.Domain.Writing.Drafts;

namespace Postmortems.Domain.Incidents;

/// <summary>What becomes of an incident's facts, in words for readers who rely on them.</summary>
internal static class IncidentAmendments
{
    private const int LongestText = 240;

    /// <returns>Each fact with its name, to be compared with what it says later.</returns>
    public static IReadOnlyList<(string Fact, string Said)> Say(Incident incident, IReadOnlyDictionary<Guid, string> services) =>
    [
        ("Title", $"“{incident.Title}”"),
        ("Severity", Say(incident.Severity)),
        ("Services", Listed(incident.Services.Select(affected => services.GetValueOrDefault(affected.ServiceId, "a service")).Order(StringComparer.Ordinal))),
        ("Summary", incident.Summary.Length > 0 ? $"“{Draft.OneLine(incident.Summary)}”" : "not said"),
        .. Enum.GetValues<Milestone>().Select(milestone => (milestone.ToString(), Say(incident.Times.At(milestone), incident.Zone))),
        ("Impact windows", Listed(incident.ImpactWindows.OrderBy(window => window.Began.At).Select(window => Say(window, incident.Zone)))),
    ];

    /// <returns>Empty when every fact stays.</returns>
    public static string Changes(IReadOnlyList<(string Fact, string Said)> before, IReadOnlyList<(string Fact, string Said)> after) =>
        string.Join(' ', before.Zip(after).Where(pair => pair.First != pair.Second).Select(pair => Change(pair.First.Fact, Shortened.To(pair.First.Said, LongestText), Shortened.To(pair.Second.Said, LongestText))));

    private static string Change(string fact, string was, string now) => was == now ? $"{fact}: told more exactly, {now}." : $"{fact}: was {was}, is now {now}.";

    private static string Say(Severity severity) => severity switch
    {
        Severity.Sev1 => "SEV 1",
        Severity.Sev2 => "SEV 2",
        Severity.Sev3 => "SEV 3",
        Severity.Sev4 => "SEV 4",
        Severity.NearMiss => "a near miss",
        _ => "not said",
    };

    private static string Say(TimePoint? point, string zone) => point is null ? "not known" : WrittenTime.Of(point, zone);

    private static string Say(ImpactWindow window, string zone) =>
        $"{Say(window.Began, zone)} to {(window.Ended is { } ended ? Say(ended, zone) : "an end not known")}{(window.Text.Length > 0 ? $", “{Draft.OneLine(window.Text)}”" : "")}";

    private static string Listed(IEnumerable<string> said) => string.Join("; ", said) is { Length: > 0 } listed ? listed : "none";
}
