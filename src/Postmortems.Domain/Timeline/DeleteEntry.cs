using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Patterns.Fixes;

namespace Postmortems.Domain.Timeline;

/// <summary>Takes an entry out of the timeline. It can be restored.</summary>
public sealed class DeleteEntry(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such entry.</returns>
    public async Task<bool> RunAsync(Actor actor, Guid id, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var entry = await db.TimelineEntries.SingleOrDefaultAsync(e => e.Id == id, cancel);

        if (entry is { Deletion: null })
        {
            entry.Delete(actor.UserId, clock.GetUtcNow());
            db.AuditLog.Add(new AuditEntry(actor.UserId, "timeline/deleted", id, "", clock.GetUtcNow()));
            db.RegroupFixes(wasFix: false, entry, clock.GetUtcNow());
            await db.AmendPublishedTimelineAsync(entry.IncidentId, $"Taken out: {EntryAmendments.Say(entry)}", actor.UserId, clock.GetUtcNow(), cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return entry is not null;
    }
}
