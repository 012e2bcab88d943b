using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.ActionItems;

/// <summary>Open action items that somebody selected, and who could own them.</summary>
public sealed class ReadManyActionItems(IDbContextFactory<PostmortemsDb> databases)
{
    public async Task<ManyActionItems> RunAsync(Actor actor, IReadOnlyCollection<int> numbers, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = await db.ActionItemsOf(actor).Open().Where(item => numbers.Contains(item.Number)).OrderBy(item => item.Due).ThenBy(item => item.Number).Rows(db).ToListAsync(cancel);

        return new ManyActionItems(rows, await PeopleToOwn.Of(db).ToListAsync(cancel));
    }
}

public sealed record ManyActionItems(IReadOnlyList<ActionItemRow> Rows, IReadOnlyList<PersonToOwn> People);
