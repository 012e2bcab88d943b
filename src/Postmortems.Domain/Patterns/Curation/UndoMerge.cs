using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>Somebody takes a merge back: what it brought and nobody has moved since goes back under the old number.</summary>
public sealed class UndoMerge(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such pattern, or it is not merged.</returns>
    public async Task<bool> RunAsync(Actor actor, int absorbed, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var back = await db.PatternToCurateAsync(actor, absorbed, cancel);

        if (back?.MergedIntoId is not { } survivorId)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var survivor = await db.Patterns.SingleAsync(pattern => pattern.Id == survivorId, cancel);
        var brought = await (
            from member in db.PatternMembers
            where member.PatternId == survivorId
            let last = db.PatternLedger.Where(entry => entry.PatternId == survivorId && entry.StatementId == member.StatementId && entry.By != null).OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).FirstOrDefault()
            where last != null && last.MergeOf == back.Id
            select member.StatementId).ToListAsync(cancel);

        back.UndoMerge();
        await db.PutInAsync(back, brought, actor.UserId, $"The merge of PAT-{absorbed} was undone.", now, cancel);
        await db.CountAsync(survivor, now, cancel);
        await db.CuratedAsync(actor, back, "pattern/merge-undone", $"PAT-{absorbed} out of PAT-{survivor.Number}", now, cancel);
        return true;
    }
}
