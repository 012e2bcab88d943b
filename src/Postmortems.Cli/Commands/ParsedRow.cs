using System.Globalization;
using Postmortems.Formats;

namespace Postmortems.Cli.Commands;

/// <summary>One document as a line of JSON.</summary>
internal sealed record ParsedRow(
    string File,
    string Format,
    string? Title,
    string? Date,
    string? Severity,
    string? Zone,
    IReadOnlyList<string> People,
    IReadOnlyList<string> Services,
    ParsedRow.TimesRow Times,
    IReadOnlyDictionary<string, string> Sections,
    IEnumerable<ParsedRow.EntryRow> Timeline,
    IEnumerable<ParsedRow.CauseRow> Causes,
    IEnumerable<ParsedRow.ItemRow> ActionItems,
    IReadOnlyList<string> Warnings)
{
    public static ParsedRow Of(ReadDocument read) => new(
        read.File,
        read.Format,
        read.Title,
        Iso(read.Date),
        read.Severity,
        read.Zone,
        read.People,
        read.Services,
        new TimesRow(At(read.Times.Impact), At(read.Times.Detected), At(read.Times.Acknowledged), At(read.Times.Mitigated), At(read.Times.Resolved)),
        read.Sections,
        read.Timeline.Select(entry => new EntryRow(At(entry.When), entry.When.Zone, entry.When.Precision.ToString().ToLowerInvariant(), entry.Text)),
        read.Causes.Select(cause => new CauseRow(cause.Text, cause.Role)),
        read.ActionItems.Select(item => new ItemRow(item.Title, item.Owner, Iso(item.Due), item.Status, item.Type, item.Link)),
        read.Warnings);

    /// <summary>With an offset where the zone is known, as the clock showed it where not, null without a time of day.</summary>
    private static string? At(ReadMoment? moment) =>
        moment?.Instant?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture)
        ?? moment?.WallClock?.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    internal sealed record TimesRow(string? Impact, string? Detected, string? Acknowledged, string? Mitigated, string? Resolved);

    internal sealed record EntryRow(string? At, string? Zone, string Precision, string Text);

    internal sealed record CauseRow(string Text, string? Role);

    internal sealed record ItemRow(string Title, string? Owner, string? Due, string? Status, string? Type, string? Link);
}
