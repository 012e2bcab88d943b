using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.ActionItems;

internal static class SeenActionItems
{
    /// <summary>What lists show: nothing that is deleted, itself or with its postmortem.</summary>
    public static IQueryable<ActionItem> ActionItemsOf(this PostmortemsDb db, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return db.ActionItems.Where(item => item.Deletion == null && db.Postmortems.Any(p => p.Id == item.PostmortemId && p.Deletion == null));
    }

    /// <summary>For changing; nothing that is deleted changes.</summary>
    public static Task<ActionItem?> ActionItemToChangeAsync(this PostmortemsDb db, Actor actor, int number, CancellationToken cancel)
    {
        actor.MustEdit();
        return db.ActionItemsOf(actor).Include(item => item.Causes).SingleOrDefaultAsync(item => item.Number == number, cancel);
    }

    /// <summary>The version as it was just read, for changes that do not begin from what somebody saw.</summary>
    public static uint VersionOf(this PostmortemsDb db, ActionItem item) => db.Entry(item).Property<uint>("Version").CurrentValue;
}
