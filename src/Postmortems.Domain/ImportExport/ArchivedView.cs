using Postmortems.Domain.Causes;
using Postmortems.Domain.Reviews;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Live;
using Postmortems.Domain.Writing.References;

namespace Postmortems.Domain.ImportExport;

/// <summary>What live blocks of an archived postmortem show, without asking the database again.</summary>
internal static class ArchivedView
{
    public static PostmortemView ToView(this ArchivedPostmortem one)
    {
        var postmortem = one.Postmortem;
        var head = new PostmortemHead(
            postmortem.Id,
            postmortem.Number,
            postmortem.Title,
            postmortem.Template,
            Guide: null,
            new PersonChoice(postmortem.OwnerId, ""),
            Facilitator: null,
            postmortem.Review,
            postmortem.Publication,
            postmortem.Deletion,
            Version: 0,
            [.. one.Incidents.Select(i => new AboutIncident(
                i.Id, i.Number, i.Title, i.Severity, i.Zone, i.Times, [.. i.Services.Select(s => one.NameOf(s.ServiceId)).OfType<string>().Order(StringComparer.Ordinal)]))],
            one.Entries.Count,
            one.Causes.Count,
            one.ActionItems.Count,
            OpenThreads: 0);

        return new PostmortemView(
            head,
            new DocumentView(one.Document.Text, one.Document.Version, one.Document.WrittenAt, "", [], [], []),
            [.. one.Causes.Select(c => new CauseRow(c.Id, c.Statement, c.Detail, c.Leaf, c.Role, c.Confidence, one.NameOf(c.ServiceId), [], Pattern: null, Deletion: null))],
            [.. one.ActionItems.OrderBy(a => a.Due is null).ThenBy(a => a.Due).ThenBy(a => a.Number)
                .Select(a => new PromiseRow(a.Number, a.Title, a.Type, one.NameOf(a.OwnerId) ?? a.OwnerAsWritten, a.Due, a.State))],
            SeenBefore: [],
            new Readiness([]),
            Wording: []);
    }

    public static LiveFacts ToFacts(this ArchivedPostmortem one)
    {
        var numbers = one.Incidents.ToDictionary(i => i.Id, i => i.Number);

        return new LiveFacts(
            [.. one.Entries.Where(e => numbers.ContainsKey(e.IncidentId)).Select(e => new LiveEntry(e.Id, numbers[e.IncidentId], e.When, e.Zone, e.AsWritten, e.Kind, e.Text))],
            [.. one.Incidents.SelectMany(i => i.ImpactWindows.Select(w => new LiveWindow(i.Number, w.Began, w.Ended, w.Text)))],
            People: [],
            Similar: [],
            KnownReferences.None);
    }
}
