using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Writing.Comments;
using Postmortems.Domain.Writing.History;

namespace Postmortems.Domain.Writing.Together;

/// <summary>When people pause, what they wrote is kept whole: history lists it and search finds it.</summary>
[WithoutActor("Runs as an errand of the product after people wrote; what comes out is read through an actor.")]
public sealed class KeepVersions(IDbContextFactory<PostmortemsDb> databases, FollowPassages passages, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.GetUtcNow();
        var pausedSince = now - AcceptChanges.Pause;

        var paused = await db.Documents
            .FromSql($"SELECT * FROM documents WHERE version > kept_version AND written_at <= {pausedSince} ORDER BY written_at LIMIT 200 FOR UPDATE SKIP LOCKED")
            .ToListAsync(cancel);

        await db.CatchUpAsync(paused, cancel);
        db.AddRange(paused.Select(document => document.Keep()));
        await db.SaveChangesAsync(cancel);

        if (await db.Documents.AnyAsync(d => d.Version > d.KeptVersion, cancel))
        {
            db.Errands.Add(new Errand(Errand.KeepVersions, now + AcceptChanges.Pause));
            await db.SaveChangesAsync(cancel);
        }

        await transaction.CommitAsync(cancel);
        await FollowAsync(paused, cancel);
    }

    /// <summary>So that whoever opens a history, or reads what is said about a passage, waits for little.</summary>
    private async Task FollowAsync(IEnumerable<Document> written, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        foreach (var document in written)
        {
            await db.BringHistoryUpToDateAsync(document.PostmortemId, cancel);
            await passages.RunAsync(document.PostmortemId, cancel);
        }
    }
}
