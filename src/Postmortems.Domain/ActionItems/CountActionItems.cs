using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.ActionItems;

/// <summary>How many items stand in each view, counted no further than people would.</summary>
public sealed class CountActionItems(IDbContextFactory<PostmortemsDb> databases)
{
    public const int Most = 1000;

    /// <returns>One command. A count of <see cref="Most"/> means that many or more; what is closed is not counted.</returns>
    public async Task<IReadOnlyDictionary<ActionItemView, int>> RunAsync(Actor actor, DateOnly today, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var items = db.ActionItemsOf(actor);
        var mine = items.Within(ActionItemView.Mine, actor, today).Take(Most);
        var open = items.Within(ActionItemView.Open, actor, today).Take(Most);
        var overdue = items.Within(ActionItemView.Overdue, actor, today).Take(Most);
        var unowned = items.Within(ActionItemView.Unowned, actor, today).Take(Most);
        var toVerify = items.Within(ActionItemView.ToVerify, actor, today).Take(Most);

        var counts = await db.Users.Where(user => user.Id == actor.UserId)
            .Select(_ => new { Mine = mine.Count(), Open = open.Count(), Overdue = overdue.Count(), Unowned = unowned.Count(), ToVerify = toVerify.Count() })
            .SingleOrDefaultAsync(cancel);

        return counts is null ? new Dictionary<ActionItemView, int>() : new Dictionary<ActionItemView, int>
        {
            [ActionItemView.Mine] = counts.Mine,
            [ActionItemView.Open] = counts.Open,
            [ActionItemView.Overdue] = counts.Overdue,
            [ActionItemView.Unowned] = counts.Unowned,
            [ActionItemView.ToVerify] = counts.ToVerify,
        };
    }
}
