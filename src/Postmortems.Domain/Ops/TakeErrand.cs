using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Ops;

/// <summary>Does the next errand that is due, if there is one. Several instances may ask at once; each errand is done by one of them.</summary>
[WithoutActor("The product's own work, stored with the change that caused it; nobody waits for its answer.")]
public sealed class TakeErrand(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="handlers">What to do for each kind of errand. Must be safe to repeat: a crash in the middle does it again.</param>
    /// <returns>False when nothing is due.</returns>
    public async Task<bool> RunAsync(IReadOnlyDictionary<string, Func<CancellationToken, Task>> handlers, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var now = clock.GetUtcNow();
        var errand = await db.Errands
            .FromSql($"SELECT * FROM errands WHERE not_before <= {now} AND attempts < {Errand.MostAttempts} ORDER BY not_before LIMIT 1 FOR UPDATE SKIP LOCKED")
            .SingleOrDefaultAsync(cancel);

        if (errand is null)
        {
            return false;
        }

        // One run serves everybody who had asked for the same when it began, and nobody who asks while it runs.
        var same = await db.Errands
            .FromSql($"SELECT * FROM errands WHERE kind = {errand.Kind} AND not_before <= {now} FOR UPDATE SKIP LOCKED")
            .ToListAsync(cancel);

        try
        {
            await handlers[errand.Kind](cancel);
            db.Errands.RemoveRange(same);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            errand.Failed(problem.Message, clock.GetUtcNow());
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
