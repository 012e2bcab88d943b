using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Patterns.Fixes;

namespace Postmortems.Domain.Timeline;

/// <summary>Somebody tells an entry differently.</summary>
public sealed class ReviseEntry(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="version">The version that the writer began from.</param>
    public async Task<Saved> RunAsync(Actor actor, Guid id, EntryFacts facts, uint version, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var entry = await db.TimelineEntries.SingleOrDefaultAsync(e => e.Id == id && e.Deletion == null, cancel);

        if (entry is null)
        {
            return Saved.NotThere;
        }

        var before = EntryAmendments.Say(entry);
        var wasFix = entry.Fix is not null;
        var now = clock.GetUtcNow();
        facts.Tell(entry);
        db.AuditLog.Add(new AuditEntry(actor.UserId, "timeline/revised", id, "", now));
        db.RegroupFixes(wasFix, entry, now);
        await db.AmendPublishedTimelineAsync(entry.IncidentId, EntryAmendments.Changed(before, entry), actor.UserId, now, cancel);
        var saved = await db.SaveUnlessChangedAsync(entry, version, cancel);

        if (saved is Saved.Done)
        {
            await transaction.CommitAsync(cancel);
        }

        return saved;
    }
}
