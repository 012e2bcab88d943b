using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Causes;

/// <summary>Puts a cause one place up or down in the list.</summary>
public sealed class MoveCause(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    public async Task<bool> RunAsync(Actor actor, int number, Guid id, bool up, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.PostmortemToChangeAsync(actor, number, cancel) is not { } postmortem)
        {
            return false;
        }

        var causes = await db.Causes
            .Where(c => c.PostmortemId == postmortem.Id && c.Deletion == null)
            .OrderBy(c => c.Order).ThenBy(c => c.CreatedAt).ThenBy(c => c.Id)
            .ToListAsync(cancel);

        var from = causes.FindIndex(c => c.Id == id);

        if (from < 0)
        {
            return false;
        }

        var to = Math.Clamp(up ? from - 1 : from + 1, 0, causes.Count - 1);
        var moved = causes[from];
        causes.RemoveAt(from);
        causes.Insert(to, moved);

        for (var i = 0; i < causes.Count; i++)
        {
            causes[i].PutAt(i);
        }

        db.Errands.Add(new Errand("patterns/recompute", clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
