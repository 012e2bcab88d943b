using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Reviews;

namespace Postmortems.Domain.ActionItems;

/// <summary>Brings a deleted action item back.</summary>
public sealed class RestoreActionItem(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such item.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var item = await db.ActionItems.SingleOrDefaultAsync(i => i.Number == number, cancel);

        if (item is { Deletion: not null })
        {
            item.Restore();
            db.AuditLog.Add(new AuditEntry(actor.UserId, "action-item/restored", item.Id, item.Title, clock.GetUtcNow()));
            await db.AmendIfPublishedAsync(item.PostmortemId, "A promise is back.", $"Promised again: “{item.Title}”", actor.UserId, clock.GetUtcNow(), cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return item is not null;
    }
}
