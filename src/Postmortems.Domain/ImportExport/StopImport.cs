using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.ImportExport;

/// <summary>Somebody stops an import that is under way. What is stored by then stays, and the rest can go on later.</summary>
public sealed class StopImport(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such batch.</returns>
    public async Task<bool> RunAsync(Actor actor, Guid batchId, CancellationToken cancel = default)
    {
        actor.MustEdit();

        await using var db = await databases.CreateDbContextAsync(cancel);

        if (!await db.ImportBatches.AnyAsync(b => b.Id == batchId, cancel))
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var batch = await ConfirmImport.LockedAsync(db, batchId, cancel);
        var wasRunning = batch.IsRunning;
        var now = clock.GetUtcNow();
        batch.Stop(now);

        if (wasRunning)
        {
            var count = await db.ImportFiles.CountAsync(f => f.BatchId == batchId && f.PostmortemId != null, cancel);
            db.AuditLog.Add(new AuditEntry(actor.UserId, "import/stopped", batchId, $"{count} documents", now));
            db.Errands.Add(new Errand(Errand.RecomputePatterns, now));
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
