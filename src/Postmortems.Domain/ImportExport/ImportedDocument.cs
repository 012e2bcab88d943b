using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Templates;
using Postmortems.Formats;

namespace Postmortems.Domain.ImportExport;

/// <summary>Makes an incident with its timeline, and a published postmortem with causes and action items, of what was read. Nothing is made up.</summary>
internal sealed class ImportedDocument
{
    private readonly ReadDocument read;
    private readonly WrittenMoments moments;
    private readonly Guid by;
    private readonly DateTimeOffset at;
    private readonly List<string> warnings;

    public ImportedDocument(ReadDocument read, string? zone, IReadOnlyDictionary<string, Guid> services, Guid by, DateTimeOffset at)
    {
        this.read = read;
        this.by = by;
        this.at = at;
        warnings = [.. read.Warnings.Select(warning => Zones.Exists(read.Zone) || zone is null ? warning : warning.Replace("they were kept as the clock showed them", $"{zone} was taken, as told for this import", StringComparison.Ordinal))];
        moments = new WrittenMoments(Zones.Exists(read.Zone) ? read.Zone : zone);
        Incident = MakeIncident(services);
        Entries = [.. read.Timeline.Select(MakeEntry).OfType<TimelineEntry>()];
        Postmortem = new Postmortem(Title, Template.Imported, by, [Incident.Id], at);
        Postmortem.ArriveFinished(by, at);
        Document = new Document(Postmortem.Id, read.Body, by, at);
        Causes = [.. read.Causes.Where(cause => !string.IsNullOrWhiteSpace(cause.Text)).Select(MakeCause)];
        ActionItems = [.. read.ActionItems.Where(item => !string.IsNullOrWhiteSpace(item.Title)).Select(MakeActionItem)];
        new StatedFields(read, moments, services).Tell(this);
    }

    public Incident Incident { get; }

    public IReadOnlyList<TimelineEntry> Entries { get; }

    public Postmortem Postmortem { get; }

    public Document Document { get; }

    public IReadOnlyList<Cause> Causes { get; }

    public IReadOnlyList<ActionItem> ActionItems { get; }

    public IReadOnlyList<string> Warnings => warnings;

    private string Title => Shortened.To(read.Title is { Length: > 0 } title ? title : Path.GetFileNameWithoutExtension(read.File), Postmortem.LongestTitle);

    private Incident MakeIncident(IReadOnlyDictionary<string, Guid> services)
    {
        var severity = SeverityReading.Of(read.Severity);
        var called = read.IncidentTitle is { Length: > 0 } own ? Shortened.To(own, Incident.LongestTitle) : Title;
        var incident = new Incident(called, severity, moments.Zone, by, at);
        incident.Describe(called, severity, Fit(read.Sections.GetValueOrDefault(SectionKeys.Summary) ?? "", Incident.LongestSummary, "The summary"));
        incident.Affects(read.Services.Select(name => services.GetValueOrDefault(name.Trim().ToLowerInvariant())).Where(id => id != Guid.Empty));

        if (read.Title?.Length > Postmortem.LongestTitle)
        {
            warnings.Add($"The title is longer than {Postmortem.LongestTitle} characters and was shortened.");
        }

        TellTimes(incident);
        return incident;
    }

    private void TellTimes(Incident incident)
    {
        var impact = moments.InstantOrDay(read.Times.Impact) ?? (read.Date is { } day ? moments.Day(day) : null);

        try
        {
            incident.TellTimes(
                new IncidentTimes(
                    impact,
                    moments.InstantOrDay(read.Times.Detected),
                    moments.InstantOrDay(read.Times.Acknowledged),
                    moments.InstantOrDay(read.Times.Mitigated),
                    moments.InstantOrDay(read.Times.Resolved)),
                moments.Zone);
        }
        catch (RuleBrokenException contradiction)
        {
            warnings.Add($"{contradiction.Message} Only the beginning was taken; the document keeps the others.");
            incident.TellTimes(new IncidentTimes(impact), moments.Zone);
        }
    }

    private TimelineEntry? MakeEntry(ReadEntry told, int order)
    {
        if (string.IsNullOrWhiteSpace(told.Text))
        {
            warnings.Add($"Line {told.Lines.First}: a time without words. It stays in the document only.");
            return null;
        }

        var instant = moments.Instant(told.When);
        var asWritten = instant is null ? WrittenMoments.AsWritten(told.When) : told.When.AsWritten.Length > 0 ? told.When.AsWritten : null;
        return new TimelineEntry(
            Incident.Id, instant, told.When.Zone ?? moments.Zone, Fit(WithEnd(told, instant), TimelineEntry.LongestText, $"Line {told.Lines.First}: the timeline entry"), order, by, at, asWritten);
    }

    /// <summary>An entry has one time; from when until when it was stays in its first line, as in a line that somebody types.</summary>
    private static string WithEnd(ReadEntry told, TimePoint? instant) =>
        instant is null || !told.When.HasEnd ? told.Text
        : told.Text.Split('\n', 2) is [var first, var more] ? $"{first} ({told.When.AsWritten})\n{more}"
        : $"{told.Text} ({told.When.AsWritten})";

    private Cause MakeCause(ReadCause told, int order)
    {
        // Root cause is a role that some documents name; the conditions behind it are what made the incident possible.
        var role = told.Role == "trigger" ? CauseRole.Trigger : CauseRole.MadePossible;
        var text = told.Text.Trim();
        var cause = new Cause(Postmortem.Id, Shortened.To(text, Cause.LongestStatement), role, order, by, at);

        if (text.Length > Cause.LongestStatement)
        {
            cause.State(Shortened.To(text, Cause.LongestStatement), role, Confidence.Tentative, Fit(text, Cause.LongestDetail, $"Line {told.Lines.First}: the cause"));
            warnings.Add($"Line {told.Lines.First}: the cause is longer than {Cause.LongestStatement} characters. Its beginning is the statement; all of it stands in the detail.");
        }

        return cause;
    }

    private ActionItem MakeActionItem(Formats.ReadActionItem told, int order)
    {
        var item = new ActionItem(
            Postmortem.Id, Fit(told.Title, ActionItem.LongestTitle, $"Line {told.Lines.First}: the action item"), ActionItemReading.Type(told.Type), ActionItemReading.Priority(told.Priority), by, at,
            // Rows are stored by their ids, and numbers follow the document.
            id: Guid.CreateVersion7(at.AddMilliseconds(order)));

        if (told.Link is { Length: <= ActionItem.LongestLink } link && ActionItem.CanLinkTo(link))
        {
            item.Promise(item.Title, item.Type, item.Priority, item.DoneWhen, link);
        }

        item.GiveTo(null, told.Due);
        item.WasWrittenFor(Shortened.To(told.Owner ?? "", ActionItem.LongestOwnerAsWritten));
        ActionItemReading.Settle(item, told.Status, told.Outcome, by);
        return item;
    }

    private string Fit(string text, int longest, string what)
    {
        if (text.Trim().Length > longest)
        {
            warnings.Add($"{what} is longer than {longest} characters. Its beginning was taken; the document keeps all of it.");
        }

        return Shortened.To(text.Trim(), longest);
    }
}
