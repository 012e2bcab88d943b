using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.ImportExport;

/// <summary>Somebody decides against an import. Its documents are not shown any more.</summary>
public sealed class DiscardImport(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such batch.</returns>
    public async Task<bool> RunAsync(Actor actor, Guid batchId, CancellationToken cancel = default)
    {
        actor.MustEdit();

        await using var db = await databases.CreateDbContextAsync(cancel);
        var batch = await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == batchId, cancel);
        batch?.Discard(clock.GetUtcNow());
        await db.SaveChangesAsync(cancel);
        await db.PicturesOf(batchId).ExecuteDeleteAsync(cancel);
        return batch is not null;
    }
}
