using System.Text.Json.Serialization;

namespace Postmortems.Formats.Written;

/// <summary>A postmortem as files of this product hold it; the published schema describes the same.</summary>
internal sealed record DocumentRow
{
    [JsonPropertyName("$schema")]
    public string? Schema { get; init; }

    public string? Format { get; init; }

    public string? Title { get; init; }

    public string? IncidentTitle { get; init; }

    public string? Date { get; init; }

    public string? Severity { get; init; }

    public string? Zone { get; init; }

    public List<string>? People { get; init; }

    public List<string>? Services { get; init; }

    public TimesRow? Times { get; init; }

    public List<WindowRow>? Windows { get; init; }

    public List<EntryRow>? Timeline { get; init; }

    public List<CauseRow>? Causes { get; init; }

    public List<ActionItemRow>? ActionItems { get; init; }

    public Dictionary<string, string>? Sections { get; init; }

    public string? Body { get; init; }
}

internal sealed record TimesRow(MomentRow? Impact, MomentRow? Detected, MomentRow? Acknowledged, MomentRow? Mitigated, MomentRow? Resolved);

internal sealed record WindowRow(MomentRow? From, MomentRow? To, string? Text);

internal sealed record EntryRow(MomentRow? When, string? Text, string? Kind, string? Basis, string? Evidence, FixRow? Fix);

internal sealed record FixRow(string? Kind, string? Actor, int? Minutes, string? Effect);

internal sealed record CauseRow(string? Text, string? Role, string? Confidence, string? Leaf, string? Service, string? Detail, List<int>? ShownBy);

internal sealed record ActionItemRow(
    string? Title, string? Owner, string? Due, string? Status, string? Type, string? Priority, string? Link, string? DoneWhen, string? Outcome, List<int>? Addresses);
