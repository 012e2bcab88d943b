using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.ActionItems;

/// <summary>Somebody promises something in a postmortem.</summary>
public sealed class AddActionItem(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="id">Made with the form, so that sending it twice makes one item.</param>
    /// <returns>The item's number, or null when there is no such postmortem.</returns>
    public async Task<int?> RunAsync(Actor actor, int postmortem, Guid id, ActionItemFacts facts, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var about = await db.Postmortems.Where(p => p.Number == postmortem && p.Deletion == null).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancel);

        if (about is not { } postmortemId)
        {
            return null;
        }

        if (await db.ActionItems.Where(item => item.Id == id).Select(item => (int?)item.Number).SingleOrDefaultAsync(cancel) is { } number)
        {
            return number;
        }

        await PeopleToOwn.MustBeAmongThemAsync(db, facts.OwnerId, cancel);
        var item = new ActionItem(postmortemId, facts.Title, facts.Type, facts.Priority, actor.UserId, clock.GetUtcNow(), id);
        facts.Tell(item, await CausesToServe.IdsAsync(db, postmortemId, cancel));
        db.ActionItems.Add(item);
        db.AuditLog.Add(new AuditEntry(actor.UserId, "action-item/added", id, item.Title, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        return item.Number;
    }
}
