using System.Text.Json;
using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Timeline;
using Postmortems.Formats;
using Told = Postmortems.Formats.Precision;

namespace Postmortems.Domain.ImportExport;

/// <summary>Says what a postmortem holds in the words of its file. Imported again, it becomes the same.</summary>
internal static class WrittenPostmortem
{
    private static readonly LineSpan Nowhere = new(1, 1);

    /// <param name="body">The document as the file shows it.</param>
    public static ReadDocument Of(ArchivedPostmortem archived, string body)
    {
        // One file tells of one incident; a second one stays in the timeline and in the words.
        var incident = archived.Incidents.Count > 0 ? archived.Incidents[0] : null;
        var told = DocumentReader.Read("document.md", body);

        return told with
        {
            Title = archived.Postmortem.Title,
            IncidentTitle = incident is null || incident.Title == archived.Postmortem.Title ? null : incident.Title,
            Date = incident?.Impact is { } impact ? DateOnly.FromDateTime(Local(impact, incident.Zone).DateTime) : null,
            Severity = Say(incident?.Severity),
            Zone = incident?.Zone,
            People = [],
            Services = [.. archived.Incidents.SelectMany(i => i.Services).Select(s => archived.NameOf(s.ServiceId)).OfType<string>().Distinct().Order(StringComparer.Ordinal)],
            Times = incident is null ? new ReadTimes() : TimesOf(incident),
            Windows = incident is null ? [] : [.. incident.ImpactWindows.Select(w => new ReadWindow(Say(w.Began, incident.Zone), SayKnown(w.Ended, incident.Zone), w.Text))],
            Timeline = [.. archived.Entries.Select(EntryOf)],
            Causes = [.. archived.Causes.Select(cause => CauseOf(cause, archived))],
            ActionItems = [.. archived.ActionItems.Select(item => ItemOf(item, archived))],
            Sections = WithSummary(told.Sections, incident?.Summary ?? ""),
        };
    }

    private static Dictionary<string, string> WithSummary(IReadOnlyDictionary<string, string> sections, string summary)
    {
        var all = sections.Where(section => section.Key != SectionKeys.Summary || summary.Length > 0).ToDictionary();

        if (summary.Length > 0)
        {
            all[SectionKeys.Summary] = summary;
        }

        return all;
    }

    private static ReadTimes TimesOf(Incident incident) => new()
    {
        Impact = SayKnown(incident.Impact, incident.Zone),
        Detected = SayKnown(incident.Detected, incident.Zone),
        Acknowledged = SayKnown(incident.Acknowledged, incident.Zone),
        Mitigated = SayKnown(incident.Mitigated, incident.Zone),
        Resolved = SayKnown(incident.Resolved, incident.Zone),
    };

    private static ReadEntry EntryOf(TimelineEntry entry) =>
        new((SayKnown(entry.When, entry.Zone) ?? new ReadMoment { Zone = entry.Zone, AsWritten = "" }) with { AsWritten = entry.AsWritten ?? "" }, entry.Text, Nowhere)
        {
            Kind = Word(entry.Kind),
            Basis = Word(entry.Basis),
            Evidence = entry.Evidence.Length > 0 ? entry.Evidence : null,
            Fix = entry.Fix is { } fix ? new ReadFix(fix.Kind, Word(fix.Actor), fix.Minutes, Word(fix.Effect)) : null,
        };

    private static ReadCause CauseOf(Cause cause, ArchivedPostmortem archived) => new(cause.Statement, Word(cause.Role), Nowhere)
    {
        Confidence = Word(cause.Confidence),
        Leaf = cause.Leaf,
        Service = archived.NameOf(cause.ServiceId),
        Detail = cause.Detail.Length > 0 ? cause.Detail : null,
        ShownBy = Numbers(archived.Entries, entry => cause.Evidence.Any(shown => shown.TimelineEntryId == entry.Id)),
    };

    private static Formats.ReadActionItem ItemOf(ActionItem item, ArchivedPostmortem archived) => new()
    {
        Title = item.Title,
        Owner = archived.NameOf(item.OwnerId) ?? (item.OwnerAsWritten.Length > 0 ? item.OwnerAsWritten : null),
        Due = item.Due,
        Status = item.State == ActionItemState.Declined ? "wont-do" : Word(item.State),
        Type = Word(item.Type),
        Priority = item.Priority.ToString(),
        Link = item.Link.Length > 0 ? item.Link : null,
        DoneWhen = item.DoneWhen.Length > 0 ? item.DoneWhen : null,
        Outcome = item.Closure?.Evidence ?? item.Decline?.Reason,
        Addresses = Numbers(archived.Causes, cause => item.Causes.Any(addressed => addressed.CauseId == cause.Id)),
        Lines = Nowhere,
    };

    private static int[] Numbers<T>(IReadOnlyList<T> all, Func<T, bool> chosen) => [.. all.Index().Where(pair => chosen(pair.Item)).Select(pair => pair.Index + 1)];

    private static string? Say(Severity? severity) => severity switch
    {
        Severity.Sev1 => "SEV-1",
        Severity.Sev2 => "SEV-2",
        Severity.Sev3 => "SEV-3",
        Severity.Sev4 => "SEV-4",
        Severity.NearMiss => "near miss",
        _ => null,
    };

    private static ReadMoment Say(TimePoint point, string zone)
    {
        var local = Local(point, zone);
        var day = DateOnly.FromDateTime(local.DateTime);

        return point.Precision == Incidents.Precision.Day
            ? new ReadMoment { Day = day, Zone = zone, Precision = Told.Day, AsWritten = "" }
            : new ReadMoment
            {
                Instant = local,
                WallClock = local.DateTime,
                Day = day,
                TimeOfDay = TimeOnly.FromDateTime(local.DateTime),
                Zone = zone,
                Precision = Enum.Parse<Told>(point.Precision.ToString()),
                AsWritten = "",
            };
    }

    private static ReadMoment? SayKnown(TimePoint? point, string zone) => point is null ? null : Say(point, zone);

    private static DateTimeOffset Local(TimePoint point, string zone) => TimeZoneInfo.ConvertTime(point.At, Zones.Get(Zones.OrUtc(zone)));

    private static string Word<T>(T value)
        where T : struct, Enum =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
