using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.ActionItems;

/// <summary>Somebody words a promise differently, hands it over, or moves its date.</summary>
public sealed class ChangeActionItem(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="version">The row version that the writer saw.</param>
    public async Task<Saved> RunAsync(Actor actor, int number, uint version, ActionItemFacts facts, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.ActionItemToChangeAsync(actor, number, cancel) is not { } item)
        {
            return Saved.NotThere;
        }

        if (facts.OwnerId != item.OwnerId)
        {
            await PeopleToOwn.MustBeAmongThemAsync(db, facts.OwnerId, cancel);
        }

        facts.Tell(item, await CausesToServe.IdsAsync(db, item.PostmortemId, cancel));
        db.AuditLog.Add(new AuditEntry(actor.UserId, "action-item/changed", item.Id, item.Title, clock.GetUtcNow()));
        return await db.SaveUnlessChangedAsync(item, version, cancel);
    }
}
