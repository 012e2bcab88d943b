using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.ActionItems;

/// <summary>Action items by state: open, in progress, done and waiting for somebody to verify, settled within a month.</summary>
public sealed class ReadBoard(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <summary>A longer column is a list, and lists are elsewhere.</summary>
    public const int LongestColumn = 50;

    public static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    public async Task<Board> RunAsync(Actor actor, ActionItemView view, ActionItemFilter filter, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var items = db.ActionItemsOf(actor).By(db, filter);
        items = view is ActionItemView.Mine ? items.Where(item => item.OwnerId == actor.UserId) : items;

        var open = items.Open().OrderBy(item => item.Due).ThenBy(item => item.Number);
        var settled = items.Where(item => item.SettledAt != null).OrderByDescending(item => item.SettledAt).ThenByDescending(item => item.Number);
        var since = clock.GetUtcNow() - Lately;

        var columns = new[]
        {
            await Column(open.Where(item => item.StartedAt == null)),
            await Column(open.Where(item => item.StartedAt != null)),
            await Column(settled.ToVerify()),
            await Column(settled.Where(item => item.SettledAt >= since && (item.Verification != null || item.Decline != null))),
        };
        var served = (await db.ShownAsync(actor, [.. columns.SelectMany(column => column)], cancel)).ToDictionary(row => row.Id);

        return new Board(Served(columns[0]), Served(columns[1]), Served(columns[2]), Served(columns[3]));

        Task<List<ActionItemRow>> Column(IQueryable<ActionItem> of) => of.Take(LongestColumn + 1).Rows(db).ToListAsync(cancel);
        List<ActionItemRow> Served(List<ActionItemRow> column) => column.ConvertAll(row => served[row.Id]);
    }
}

/// <param name="Open">Each column holds one more than it shows when there are more.</param>
public sealed record Board(
    IReadOnlyList<ActionItemRow> Open,
    IReadOnlyList<ActionItemRow> InProgress,
    IReadOnlyList<ActionItemRow> ToVerify,
    IReadOnlyList<ActionItemRow> ClosedLately)
{
    public bool IsEmpty => Open.Count + InProgress.Count + ToVerify.Count + ClosedLately.Count == 0;
}
