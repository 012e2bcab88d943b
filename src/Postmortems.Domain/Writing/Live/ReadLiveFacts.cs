using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing.References;
using Postmortems.Domain.Writing.Roles;

namespace Postmortems.Domain.Writing.Live;

/// <summary>Loads what the live blocks of a text show, one command for each kind of block that stands in it, and its references.</summary>
public sealed class ReadLiveFacts(IDbContextFactory<PostmortemsDb> databases)
{
    /// <param name="view">What is known of the postmortem already; its causes and action items are not read again.</param>
    public async Task<LiveFacts> RunAsync(Actor actor, PostmortemView view, string text, CancellationToken cancel = default)
    {
        var asked = LiveBlock.NamesIn(text);
        await using var db = await databases.CreateDbContextAsync(cancel);

        var facts = new LiveFacts(
            asked.Contains(LiveBlock.Timeline) ? await TimelineOf(db, view.Head).ToListAsync(cancel) : [],
            asked.Contains(LiveBlock.Impact) ? await WindowsOf(db, view.Head).ToListAsync(cancel) : [],
            asked.Contains(LiveBlock.People) ? await db.PeopleOfAsync(view.Head, cancel) : [],
            asked.Contains(LiveBlock.Similar) ? await db.SimilarToAsync(actor, view, cancel) : [],
            await db.ReferencesInAsync(actor, text, cancel));

        return view.Roles is { } roles ? facts.With(roles) : facts;
    }

    private static IQueryable<LiveEntry> TimelineOf(PostmortemsDb db, PostmortemHead head)
    {
        var incidents = head.Incidents.Select(i => i.Id).ToList();

        return from entry in db.TimelineEntries
               join incident in db.Incidents on entry.IncidentId equals incident.Id
               where incidents.Contains(entry.IncidentId) && entry.Deletion == null
               orderby entry.When == null, entry.When!.At, entry.Order
               select new LiveEntry(entry.Id, incident.Number, entry.When, entry.Zone, entry.AsWritten, entry.Kind, entry.Text);
    }

    private static IQueryable<LiveWindow> WindowsOf(PostmortemsDb db, PostmortemHead head)
    {
        var incidents = head.Incidents.Select(i => i.Id).ToList();

        return from window in db.ImpactWindows
               join incident in db.Incidents on window.IncidentId equals incident.Id
               where incidents.Contains(window.IncidentId)
               orderby incident.ListedAt, window.Began.At
               select new LiveWindow(incident.Number, window.Began, window.Ended, window.Text);
    }
}
