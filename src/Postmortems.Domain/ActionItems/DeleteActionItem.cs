using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Reviews;

namespace Postmortems.Domain.ActionItems;

/// <summary>Takes an action item out of sight. It can be restored.</summary>
public sealed class DeleteActionItem(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such item.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var item = await db.ActionItems.SingleOrDefaultAsync(i => i.Number == number, cancel);

        if (item is { Deletion: null })
        {
            item.Delete(actor.UserId, clock.GetUtcNow());
            db.AuditLog.Add(new AuditEntry(actor.UserId, "action-item/deleted", item.Id, item.Title, clock.GetUtcNow()));
            await db.AmendIfPublishedAsync(item.PostmortemId, "A promise is taken out.", $"Taken out: “{item.Title}”", actor.UserId, clock.GetUtcNow(), cancel);
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return item is not null;
    }
}
