namespace Postmortems.Formats.Written;

/// <summary>From what was read to what a file of this product holds.</summary>
internal static class Rows
{
    public static DocumentRow Of(ReadDocument read) => new()
    {
        Format = Notation.Format,
        Title = read.Title,
        IncidentTitle = read.IncidentTitle,
        Date = MomentRow.Say(read.Date),
        Severity = read.Severity,
        Zone = read.Zone,
        People = Listed(read.People),
        Services = Listed(read.Services),
        Times = Of(read.Times),
        Windows = Listed(read.Windows, window => new WindowRow(MomentRow.Of(window.From), MomentRow.Of(window.To), window.Text)),
        Timeline = Listed(read.Timeline, Of),
        Causes = Listed(read.Causes, Of),
        ActionItems = Listed(read.ActionItems, Of),
        Sections = read.Sections.Count == 0 ? null : new(read.Sections),
        Body = read.Body,
    };

    private static TimesRow? Of(ReadTimes times)
    {
        var row = new TimesRow(MomentRow.Of(times.Impact), MomentRow.Of(times.Detected), MomentRow.Of(times.Acknowledged), MomentRow.Of(times.Mitigated), MomentRow.Of(times.Resolved));

        return row == new TimesRow(null, null, null, null, null) ? null : row;
    }

    private static EntryRow Of(ReadEntry entry) => new(
        MomentRow.Of(entry.When),
        entry.Text,
        entry.Kind,
        entry.Basis,
        entry.Evidence,
        entry.Fix is { } fix ? new FixRow(fix.Kind, fix.Actor, fix.Minutes, fix.Effect) : null);

    private static CauseRow Of(ReadCause cause) =>
        new(cause.Text, cause.Role, cause.Confidence, cause.Leaf, cause.Service, cause.Detail, Listed(cause.ShownBy));

    private static ActionItemRow Of(ReadActionItem item) => new(
        item.Title, item.Owner, MomentRow.Say(item.Due), item.Status, item.Type, item.Priority, item.Link, item.DoneWhen, item.Outcome, Listed(item.Addresses));

    private static List<T>? Listed<T>(IReadOnlyList<T> items) => Listed(items, item => item);

    private static List<TRow>? Listed<T, TRow>(IReadOnlyList<T> items, Func<T, TRow> row) => items.Count == 0 ? null : [.. items.Select(row)];
}
