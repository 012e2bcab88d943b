using Postmortems.Domain.Search;

namespace Postmortems.Web.Search;

/// <summary>How kinds and states of what was found are said, and where each is shown.</summary>
internal static class SearchLabels
{
    public static readonly IReadOnlyList<(string Value, string Words)> Kinds =
    [
        (SearchKinds.Incident, "Incidents"),
        (SearchKinds.Postmortem, "Postmortems"),
        (SearchKinds.TimelineEntry, "Timeline entries"),
        (SearchKinds.Cause, "Causes"),
        (SearchKinds.ActionItem, "Action items"),
        (SearchKinds.Pattern, "Patterns"),
        (SearchKinds.Service, "Services"),
    ];

    public static readonly IReadOnlyList<(string Value, string Words)> States =
    [
        ("Draft", "Draft"),
        ("InReview", "In review"),
        ("Published", "Published"),
        ("Open", "Open"),
        ("InProgress", "In progress"),
        ("Done", "Done"),
        ("Verified", "Verified"),
        ("Declined", "Declined"),
    ];

    public static string State(string state) => States.FirstOrDefault(known => known.Value == state).Words ?? state;

    public static string Kind(FoundRow row) => row.Kind switch
    {
        SearchKinds.Incident => $"Incident INC-{row.Number}",
        SearchKinds.Postmortem => $"Postmortem PM-{row.Number}",
        SearchKinds.TimelineEntry => "Timeline entry",
        SearchKinds.Cause => "Cause",
        SearchKinds.ActionItem => $"Action item ACT-{row.Number}",
        SearchKinds.Pattern => $"Pattern PAT-{row.Number}",
        _ => "Service",
    };

    public static string Icon(string kind) => kind switch
    {
        SearchKinds.Incident => "flag",
        SearchKinds.Postmortem => "doc",
        SearchKinds.TimelineEntry => "clock",
        SearchKinds.Cause => "possible",
        SearchKinds.ActionItem => "action",
        SearchKinds.Pattern => "loop",
        _ => "settings",
    };

    public static string Address(FoundRow row) => row.Kind switch
    {
        SearchKinds.TimelineEntry => Urls.TimelineEntry(row.Number, row.SubjectId),
        SearchKinds.Cause => Urls.Cause(row.Number, row.SubjectId),
        SearchKinds.Service => Urls.Service(row.Title.Plain),
        _ => Address(row.Kind, row.Number),
    };

    public static string Address(string kind, int number) => kind switch
    {
        SearchKinds.Incident => Urls.Incident(number),
        SearchKinds.Postmortem => Urls.Postmortem(number),
        SearchKinds.ActionItem => Urls.ActionItem(number),
        SearchKinds.Pattern => Urls.Pattern(number),
        _ => Urls.Home,
    };
}
