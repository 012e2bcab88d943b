using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.ActionItems;

/// <summary>Takes an action item out of sight. It can be restored.</summary>
public sealed class DeleteActionItem(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such item.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var item = await db.ActionItems.SingleOrDefaultAsync(i => i.Number == number, cancel);

        if (item is { Deletion: null })
        {
            item.Delete(actor.UserId, clock.GetUtcNow());
            db.AuditLog.Add(new AuditEntry(actor.UserId, "action-item/deleted", item.Id, item.Title, clock.GetUtcNow()));
            await db.SaveChangesAsync(cancel);
        }

        return item is not null;
    }
}
