using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.ActionItems;

/// <summary>One page of action items over all postmortems: open ones by due date with undated ones last, settled ones newest first.</summary>
public sealed class ListActionItems(IDbContextFactory<PostmortemsDb> databases)
{
    public const int PageSize = 40;

    /// <param name="today">The day it is for the reader.</param>
    /// <param name="after">The key of the last row seen, or null for the first page.</param>
    public async Task<ActionItemList> RunAsync(
        Actor actor, ActionItemView view, ActionItemFilter filter, DateOnly today, ActionItemKey? after = null, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var items = db.ActionItemsOf(actor).Within(view, actor, today).By(db, filter);
        var rows = view.IsSettled() ? await Settled(items, after).Rows(db).ToListAsync(cancel) : await ByDueAsync(db, items, after, cancel);
        var shown = await db.ShownAsync(actor, [.. rows.Take(PageSize)], cancel);

        return new ActionItemList(shown, rows.Count > PageSize ? KeyOf(rows[PageSize - 1], view) : null);
    }

    private static ActionItemKey KeyOf(ActionItemRow last, ActionItemView view) =>
        view.IsSettled() ? new ActionItemKey(null, last.SettledAt, last.Number) : new ActionItemKey(last.Due, null, last.Number);

    /// <summary>One more than is shown tells whether there is more.</summary>
    private static IQueryable<ActionItem> Settled(IQueryable<ActionItem> items, ActionItemKey? after)
    {
        if (after?.SettledAt is { } at)
        {
            items = items.Where(item => EF.Functions.LessThan(ValueTuple.Create(item.SettledAt, item.Number), ValueTuple.Create((DateTimeOffset?)at, after.Number)));
        }

        return items.OrderByDescending(item => item.SettledAt).ThenByDescending(item => item.Number).Take(PageSize + 1);
    }

    /// <summary>Dated and undated ones are two stretches of one index; asking for each alone lets it begin in the middle.</summary>
    private static async Task<List<ActionItemRow>> ByDueAsync(PostmortemsDb db, IQueryable<ActionItem> items, ActionItemKey? after, CancellationToken cancel)
    {
        var rows = after is { Due: null } ? [] : await Dated(items, after).Rows(db).ToListAsync(cancel);
        var room = PageSize + 1 - rows.Count;

        return room == 0 ? rows : [.. rows, .. await Undated(items, after, room).Rows(db).ToListAsync(cancel)];
    }

    private static IQueryable<ActionItem> Dated(IQueryable<ActionItem> items, ActionItemKey? after)
    {
        var dated = items.Where(item => item.Due != null);

        if (after?.Due is { } due)
        {
            dated = dated.Where(item => EF.Functions.GreaterThan(ValueTuple.Create(item.Due, item.Number), ValueTuple.Create((DateOnly?)due, after.Number)));
        }

        return dated.OrderBy(item => item.Due).ThenBy(item => item.Number).Take(PageSize + 1);
    }

    private static IQueryable<ActionItem> Undated(IQueryable<ActionItem> items, ActionItemKey? after, int room)
    {
        var from = after is { Due: null } ? after.Number : 0;
        return items.Where(item => item.Due == null && item.Number > from).OrderBy(item => item.Number).Take(room);
    }
}

/// <param name="Older">The key of the next page, or null at the end.</param>
public sealed record ActionItemList(IReadOnlyList<ActionItemRow> Rows, ActionItemKey? Older);
