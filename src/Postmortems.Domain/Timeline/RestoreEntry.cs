using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Patterns.Fixes;

namespace Postmortems.Domain.Timeline;

/// <summary>Brings a deleted entry back to its place.</summary>
public sealed class RestoreEntry(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such entry.</returns>
    public async Task<bool> RunAsync(Actor actor, Guid id, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var entry = await db.TimelineEntries.SingleOrDefaultAsync(e => e.Id == id, cancel);

        if (entry is { Deletion: not null })
        {
            entry.Restore();
            db.AuditLog.Add(new AuditEntry(actor.UserId, "timeline/restored", id, "", clock.GetUtcNow()));
            db.RegroupFixes(wasFix: false, entry, clock.GetUtcNow());
            await db.AmendPublishedTimelineAsync(entry.IncidentId, $"Told again: {EntryAmendments.Say(entry)}", actor.UserId, clock.GetUtcNow(), cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return entry is not null;
    }
}
