using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Reviews;

namespace Postmortems.Domain.ActionItems;

/// <summary>Somebody words a promise differently, hands it over, or moves its date.</summary>
public sealed class ChangeActionItem(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="version">The row version that the writer saw.</param>
    public async Task<Saved> RunAsync(Actor actor, int number, uint version, ActionItemFacts facts, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        if (await db.ActionItemToChangeAsync(actor, number, cancel) is not { } item)
        {
            return Saved.NotThere;
        }

        if (facts.OwnerId != item.OwnerId)
        {
            await PeopleToOwn.MustBeAmongThemAsync(db, facts.OwnerId, cancel);
        }

        var (before, now) = (item.Title, clock.GetUtcNow());
        facts.Tell(item, await CausesToServe.IdsAsync(db, item.PostmortemId, cancel));
        db.AuditLog.Add(new AuditEntry(actor.UserId, "action-item/changed", item.Id, item.Title, now));

        // How it goes with a promise is no amendment; what was promised is.
        if (item.Title != before)
        {
            await db.AmendIfPublishedAsync(item.PostmortemId, "A promise is worded anew.", $"Was “{before}”, is now “{item.Title}”", actor.UserId, now, cancel);
        }

        var saved = await db.SaveUnlessChangedAsync(item, version, cancel);

        if (saved is Saved.Done)
        {
            await transaction.CommitAsync(cancel);
        }

        return saved;
    }
}
