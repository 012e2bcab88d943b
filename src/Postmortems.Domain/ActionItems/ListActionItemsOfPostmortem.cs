using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.ActionItems;

/// <summary>The promises of one postmortem, open ones first and soonest first. Editors also see what can be restored.</summary>
public sealed class ListActionItemsOfPostmortem(IDbContextFactory<PostmortemsDb> databases)
{
    /// <summary>More than anybody keeps; imported lists may be long.</summary>
    public const int Most = 200;

    public async Task<ActionItemsOfPostmortem> RunAsync(Actor actor, int postmortem, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var items = db.ActionItems.Where(item => db.Postmortems.Any(p => p.Id == item.PostmortemId && p.Number == postmortem && (p.Deletion == null || actor.MayEdit)));
        var rows = await items.Where(item => item.Deletion == null)
            .OrderBy(item => item.SettledAt != null).ThenBy(item => item.Due).ThenBy(item => item.Number)
            .Take(Most).Rows(db).ToListAsync(cancel);
        var deleted = actor.MayEdit
            ? await items.Where(item => item.Deletion != null).OrderBy(item => item.Number).Take(Most).Select(item => new DeletedActionItem(item.Number, item.Title)).ToListAsync(cancel)
            : [];

        return new ActionItemsOfPostmortem(await db.ShownAsync(actor, rows, cancel), deleted);
    }
}

public sealed record ActionItemsOfPostmortem(IReadOnlyList<ActionItemRow> Rows, IReadOnlyList<DeletedActionItem> Deleted);

public sealed record DeletedActionItem(int Number, string Title);
