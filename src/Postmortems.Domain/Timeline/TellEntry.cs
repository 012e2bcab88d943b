using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Patterns.Fixes;

namespace Postmortems.Domain.Timeline;

/// <summary>Somebody tells one entry with everything about it.</summary>
public sealed class TellEntry(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="id">Made with the form, so that sending it twice tells one entry.</param>
    /// <returns>The entry's text, or null when there is no such incident.</returns>
    public async Task<Stored<string>?> RunAsync(Actor actor, int incident, Guid id, EntryFacts facts, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        if (await KnownTimes.OfAsync(db, actor, incident, cancel) is not { } known)
        {
            return null;
        }

        var now = clock.GetUtcNow();

        var stored = await db.StoreOnceAsync(
            new SentForm(id, new { incident, facts }, now), db.TimelineEntries.Where(entry => entry.Id == id).Select(entry => entry.Text), StoreAsync, cancel);
        await transaction.CommitAsync(cancel);
        return stored;

        async Task<string> StoreAsync()
        {
            var entry = new TimelineEntry(known.IncidentId, facts.When, facts.Zone, facts.Text, known.LastOrder + 1, actor.UserId, now, id: id);
            facts.Tell(entry);
            db.TimelineEntries.Add(entry);
            db.AuditLog.Add(new AuditEntry(actor.UserId, "timeline/told", id, "", now));
            db.RegroupFixes(wasFix: false, entry, now);
            await db.AmendPublishedTimelineAsync(known.IncidentId, EntryAmendments.Added([entry]), actor.UserId, now, cancel);
            await db.SaveChangesAsync(cancel);
            return entry.Text;
        }
    }
}
