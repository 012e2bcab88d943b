using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Reviews;

namespace Postmortems.Domain.ActionItems;

/// <summary>Somebody promises something in a postmortem.</summary>
public sealed class AddActionItem(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="id">Made with the form, so that sending it twice makes one item.</param>
    /// <param name="usuallyDue">When nobody gave a date.</param>
    /// <returns>The item's number, or null when there is no such postmortem.</returns>
    public async Task<Stored<int>?> RunAsync(Actor actor, int postmortem, Guid id, ActionItemFacts facts, DateOnly? usuallyDue = null, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var about = await db.Postmortems.Where(p => p.Number == postmortem && p.Deletion == null).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancel);

        if (about is not { } postmortemId)
        {
            return null;
        }

        var now = clock.GetUtcNow();

        var stored = await db.StoreOnceAsync(
            new SentForm(id, new { postmortem, facts }, now), db.ActionItems.Where(item => item.Id == id).Select(item => item.Number), StoreAsync, cancel);
        await transaction.CommitAsync(cancel);
        return stored;

        async Task<int> StoreAsync()
        {
            await PeopleToOwn.MustBeAmongThemAsync(db, facts.OwnerId, cancel);
            var item = new ActionItem(postmortemId, facts.Title, facts.Type, facts.Priority, actor.UserId, now, id);
            var promised = facts with { Due = facts.Due ?? usuallyDue };
            promised.Tell(item, await CausesToServe.IdsAsync(db, postmortemId, cancel));
            db.ActionItems.Add(item);
            db.AuditLog.Add(new AuditEntry(actor.UserId, "action-item/added", id, item.Title, now));
            await db.AmendIfPublishedAsync(postmortemId, "One more thing is promised.", $"Added: “{item.Title}”", actor.UserId, now, cancel);
            await db.SaveChangesAsync(cancel);
            return item.Number;
        }
    }
}
