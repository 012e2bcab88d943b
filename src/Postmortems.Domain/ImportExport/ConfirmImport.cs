using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.ImportExport;

/// <summary>Somebody has looked and says yes: every document that was not left out becomes an incident with its postmortem.</summary>
/// <remarks>Works in portions, each a transaction, so that it can be repeated after a fall: what is done stays done and is not done twice.</remarks>
public sealed class ConfirmImport(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    private const int MostTogether = 25;
    private const int LongestTogether = 2_000_000;

    /// <param name="told">What holds for times and days that name no zone or no year.</param>
    /// <returns>False when there is no such batch.</returns>
    public async Task<bool> RunAsync(Actor actor, Guid batchId, ToldForAll told, CancellationToken cancel = default)
    {
        actor.MustEdit();

        await using (var db = await databases.CreateDbContextAsync(cancel))
        {
            await using var transaction = await db.Database.BeginTransactionAsync(cancel);

            if (!await db.ImportBatches.AnyAsync(b => b.Id == batchId, cancel))
            {
                return false;
            }

            var batch = await LockedAsync(db, batchId, cancel);

            if (batch.IsStopped)
            {
                return true;
            }

            batch.Begin(actor.UserId, told, clock.GetUtcNow());
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        foreach (var portion in await PortionsAsync(batchId, cancel))
        {
            if (!await StoreAsync(actor, batchId, portion, cancel))
            {
                return true;
            }
        }

        await FinishAsync(actor, batchId, cancel);
        return true;
    }

    private async Task<List<List<Guid>>> PortionsAsync(Guid batchId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var waiting = await Waiting(db, batchId).OrderBy(f => f.Order).Select(f => new { f.Id, f.Text.Length }).ToListAsync(cancel);
        var portions = new List<List<Guid>>();
        var length = 0;

        foreach (var file in waiting)
        {
            if (portions.Count == 0 || portions[^1].Count == MostTogether || length + file.Length > LongestTogether)
            {
                portions.Add([]);
                length = 0;
            }

            portions[^1].Add(file.Id);
            length += file.Length;
        }

        return portions;
    }

    /// <returns>False when the import was stopped in the meantime.</returns>
    private async Task<bool> StoreAsync(Actor actor, Guid batchId, List<Guid> portion, CancellationToken cancel)
    {
        try
        {
            return await StorePortion.RunAsync(databases, clock, actor, batchId, portion, cancel);
        }
        catch (DbUpdateException) when (portion.Count > 1)
        {
            // One of them cannot be stored. The others must not wait for it.
            foreach (var single in portion)
            {
                if (!await StoreAsync(actor, batchId, [single], cancel))
                {
                    return false;
                }
            }

            return true;
        }
        catch (DbUpdateException refused)
        {
            await FailAsync(portion[0], $"The database refused it: {(refused.InnerException ?? refused).Message}", cancel);
            return true;
        }
    }

    private async Task FailAsync(Guid fileId, string problem, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var file = await db.ImportFiles.SingleAsync(f => f.Id == fileId, cancel);
        file.Failed(problem);
        await db.SaveChangesAsync(cancel);
    }

    private async Task FinishAsync(Actor actor, Guid batchId, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var batch = await LockedAsync(db, batchId, cancel);

        if (batch.IsRunning)
        {
            var now = clock.GetUtcNow();
            var count = await db.ImportFiles.CountAsync(f => f.BatchId == batchId && f.PostmortemId != null, cancel);
            batch.Confirm(now);
            db.AuditLog.Add(new AuditEntry(actor.UserId, "import/confirmed", batchId, $"{count} documents", now));
            db.Errands.Add(new Errand(Errand.RecomputePatterns, now));
            await db.SaveChangesAsync(cancel);
            await db.PicturesOf(batchId).ExecuteDeleteAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
    }

    internal static IQueryable<ImportFile> Waiting(PostmortemsDb db, Guid batchId) =>
        db.DocumentsOf(batchId).Where(f => !f.IsLeftOut && f.Problem == null && f.PostmortemId == null && f.SameAsId == null);

    /// <summary>Two confirmations of one batch at the same time take turns.</summary>
    internal static Task<ImportBatch> LockedAsync(PostmortemsDb db, Guid batchId, CancellationToken cancel) =>
        db.ImportBatches.FromSql($"SELECT *, xmin FROM import_batches WHERE id = {batchId} FOR UPDATE").SingleAsync(cancel);
}
