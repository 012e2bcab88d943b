using Postmortems.Domain.Accounts;
using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Ops.Demo;

/// <summary>Turns stories into what people would have typed over a year.</summary>
internal sealed class Telling(PostmortemsDb db, Cast cast, Actor actor, DateTimeOffset now)
{
    public void Tell(Story story)
    {
        var day = Today(story.Zone).AddDays(-story.DaysAgo);
        TimePoint At(string told) => ToldTime.On(day, told, story.Zone);
        var written = At("+1 09:30").At;

        var incident = new Incident(story.Title, story.Severity, story.Zone, actor.UserId, Past(written));
        new IncidentFacts(
            story.Title,
            story.Severity,
            story.Summary,
            story.Zone,
            Milestones(story.Times, At),
            [.. story.Windows.Select(window => new ImpactWindow(At(window.Began), At(window.Ended), window.Text))],
            [.. story.Services.Select(cast.ServiceCalled)]).Tell(incident);
        db.Incidents.Add(incident);

        var entries = story.Timeline.Select((entry, order) => (entry.At, Entry: EntryOf(incident.Id, story, entry, At(entry.At), order, Past(written)))).ToDictionary(told => told.At, told => told.Entry);
        db.TimelineEntries.AddRange(entries.Values);

        if (story.Postmortem is { } learned)
        {
            var postmortem = Write(learned, incident.Id, written);
            var causes = CausesOf(learned, postmortem.Id, cast.ServiceCalled(story.Services[0]), entries, Past(written));
            db.Causes.AddRange(causes.Values);
            db.ActionItems.AddRange(learned.ActionItems.Select(item => ItemOf(item, postmortem.Id, causes, Past(written.AddDays(2)))));
        }
    }

    private static IncidentTimes Milestones(StoryTimes told, Func<string, TimePoint> at) => new(
        told.Impact is null ? null : at(told.Impact),
        told.Detected is null ? null : at(told.Detected),
        told.Acknowledged is null ? null : at(told.Acknowledged),
        told.Mitigated is null ? null : at(told.Mitigated),
        told.Resolved is null ? null : at(told.Resolved));

    private TimelineEntry EntryOf(Guid incident, Story story, StoryEntry told, TimePoint when, int order, DateTimeOffset written)
    {
        var zone = told.Zone ?? story.Zone;
        var entry = new TimelineEntry(incident, when, zone, told.Text, order, actor.UserId, written);
        entry.Tell(when, zone, told.Kind, told.Text, told.Basis, told.Evidence);

        if (told.Fix is { } fix)
        {
            entry.Fixes(fix);
        }

        return entry;
    }

    private Postmortem Write(StoryPostmortem learned, Guid incident, DateTimeOffset written)
    {
        var owner = OwnerOf(learned.Owner);
        var postmortem = new Postmortem(learned.Title, learned.Template, owner, [incident], Past(written));

        if (learned.State is PostmortemState.InReview or PostmortemState.Published)
        {
            postmortem.AskForReview(owner, Past(written.AddDays(4)));
        }

        if (learned.State is PostmortemState.Published)
        {
            postmortem.Publish(owner, Past(written.AddDays(8)));
        }

        var document = new Document(postmortem.Id, StoryText.Of(learned.Document), owner, Past(written.AddDays(3)));
        db.Postmortems.Add(postmortem);
        db.Documents.Add(document);
        db.DocumentVersions.Add(document.Current);
        return postmortem;
    }

    private Dictionary<string, Cause> CausesOf(
        StoryPostmortem learned, Guid postmortem, Guid service, Dictionary<string, TimelineEntry> entries, DateTimeOffset written)
    {
        var causes = new Dictionary<string, Cause>();

        foreach (var told in learned.Causes)
        {
            var cause = new Cause(postmortem, told.Statement, told.Role, causes.Count, actor.UserId, written);
            cause.State(told.Statement, told.Role, told.Confidence, told.Detail);
            cause.Classify(told.Leaf, service);
            cause.ShownBy(told.ShownBy.Select(at => entries[at].Id));
            causes.Add(told.Key, cause);
        }

        return causes;
    }

    private ActionItem ItemOf(StoryItem told, Guid postmortem, Dictionary<string, Cause> causes, DateTimeOffset written)
    {
        var owner = OwnerOf(told.Owner);
        var item = new ActionItem(postmortem, told.Title, told.Type, told.Priority, owner, written);
        item.Promise(told.Title, told.Type, told.Priority, told.DoneWhen, link: "");
        item.GiveTo(owner, Today("Europe/Berlin").AddDays(told.DueInDays));
        item.Serves(told.Serves.Select(key => causes[key].Id));
        Settle(item, told.Outcome, owner, now.AddDays(-told.Outcome.DaysAgo));
        return item;
    }

    private void Settle(ActionItem item, StoryOutcome outcome, Guid owner, DateTimeOffset at)
    {
        switch (outcome.State)
        {
            case ActionItemState.InProgress:
                item.Start(at);
                break;
            case ActionItemState.Done:
                item.Close(owner, outcome.Words, at);
                break;
            case ActionItemState.Verified:
                item.Close(owner, outcome.Words, at.AddDays(-14));
                item.Verify(actor.UserId, at);
                break;
            case ActionItemState.Declined:
                item.DeclineWith(owner, outcome.Words, at);
                break;
        }
    }

    private Guid OwnerOf(string? name) => name is null ? actor.UserId : cast.PersonCalled(name);

    private DateOnly Today(string zone) => DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zones.Get(zone)).DateTime);

    /// <summary>Yesterday's incident was not written down tomorrow.</summary>
    private DateTimeOffset Past(DateTimeOffset at) => at < now ? at : now;
}
