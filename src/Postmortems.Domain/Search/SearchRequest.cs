using Postmortems.Domain.Incidents;

namespace Postmortems.Domain.Search;

/// <summary>What somebody looks for. All filters are optional; an empty <paramref name="Words"/> finds nothing.</summary>
/// <param name="Kind">One of <see cref="SearchKinds"/>.</param>
/// <param name="From">The first instant that counts.</param>
/// <param name="Before">The first instant that counts no more.</param>
/// <param name="IsNewestFirst">Else the best comes first.</param>
/// <param name="After">The key of the last row of the page before.</param>
public sealed record SearchRequest(
    string Words,
    string? Kind = null,
    Guid? ServiceId = null,
    Severity? Severity = null,
    string? State = null,
    DateTimeOffset? From = null,
    DateTimeOffset? Before = null,
    bool IsNewestFirst = false,
    string? After = null)
{
    public bool IsFiltered => Kind is not null || ServiceId is not null || Severity is not null || State is not null || From is not null || Before is not null;
}

/// <summary>What can be found, as search_entries.kind spells it.</summary>
public static class SearchKinds
{
    public const string Incident = "incident";
    public const string Postmortem = "postmortem";
    public const string TimelineEntry = "timeline-entry";
    public const string Cause = "cause";
    public const string ActionItem = "action-item";
    public const string Service = "service";
    public const string Pattern = "pattern";

    public static IReadOnlyList<string> All { get; } = [Incident, Postmortem, TimelineEntry, Cause, ActionItem, Service, Pattern];
}
