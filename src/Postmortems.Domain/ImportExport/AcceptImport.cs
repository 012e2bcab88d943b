using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.ImportExport;

/// <summary>Somebody has looked and says yes. A few documents are stored at once; many are stored behind the scenes, so that nobody waits for an answer that may break off.</summary>
public sealed class AcceptImport(IDbContextFactory<PostmortemsDb> databases, ConfirmImport confirm, TimeProvider clock)
{
    private const int Few = 25;

    /// <summary>Safe to repeat: what is stored is not stored again, and an import that stands still goes on.</summary>
    /// <returns>False when there is no such batch.</returns>
    public async Task<bool> RunAsync(Actor actor, Guid batchId, ToldForAll told, CancellationToken cancel = default)
    {
        actor.MustEdit();

        await using var db = await databases.CreateDbContextAsync(cancel);

        if (!await db.ImportBatches.AnyAsync(b => b.Id == batchId, cancel))
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.GetUtcNow();
        var batch = await ConfirmImport.LockedAsync(db, batchId, cancel);

        if (batch.IsStopped)
        {
            batch.GoOn();
            db.AuditLog.Add(new AuditEntry(actor.UserId, "import/resumed", batchId, "", now));
        }
        else if (await ConfirmImport.Waiting(db, batchId).Take(Few + 1).CountAsync(cancel) <= Few)
        {
            await transaction.RollbackAsync(cancel);
            return await confirm.RunAsync(actor, batchId, told, cancel);
        }

        batch.Begin(actor.UserId, told, now);
        db.Errands.Add(new Errand(Errand.ContinueImports, now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
