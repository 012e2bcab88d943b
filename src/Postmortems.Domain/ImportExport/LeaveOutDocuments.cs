using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.ImportExport;

/// <summary>Somebody chooses which of the shown documents are imported, and answers what they leave open.</summary>
public sealed class LeaveOutDocuments(IDbContextFactory<PostmortemsDb> databases)
{
    public async Task RunAsync(Actor actor, Guid batchId, IReadOnlyCollection<Guid> shown, IReadOnlyCollection<Guid> kept, ToldForAll told, CancellationToken cancel = default)
    {
        actor.MustEdit();

        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.ImportFiles.Where(f => f.BatchId == batchId && shown.Contains(f.Id) && f.PostmortemId == null)
            .ExecuteUpdateAsync(set => set.SetProperty(f => f.IsLeftOut, f => !kept.Contains(f.Id)), cancel);

        if (await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == batchId, cancel) is { IsOpen: true } batch)
        {
            batch.Tell(told);
            await db.SaveChangesAsync(cancel);
        }
    }
}
