using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Timeline;

/// <summary>Somebody tells one entry with everything about it.</summary>
public sealed class TellEntry(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="id">Made with the form, so that sending it twice tells one entry.</param>
    /// <returns>False when there is no such incident.</returns>
    public async Task<bool> RunAsync(Actor actor, int incident, Guid id, EntryFacts facts, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await KnownTimes.OfAsync(db, actor, incident, cancel) is not { } known)
        {
            return false;
        }

        if (!await db.TimelineEntries.AnyAsync(entry => entry.Id == id, cancel))
        {
            var entry = new TimelineEntry(known.IncidentId, facts.When, facts.Zone, facts.Text, known.LastOrder + 1, actor.UserId, clock.GetUtcNow(), id: id);
            facts.Tell(entry);
            db.TimelineEntries.Add(entry);
            db.AuditLog.Add(new AuditEntry(actor.UserId, "timeline/told", id, "", clock.GetUtcNow()));
            await db.SaveChangesAsync(cancel);
        }

        return true;
    }
}
