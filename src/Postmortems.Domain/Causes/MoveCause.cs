using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Causes;

/// <summary>Puts a cause one place up or down in the list that somebody saw.</summary>
public sealed class MoveCause(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="past">The neighbour that it shall change places with; when that is no neighbour any more, the list that was seen is out of date.</param>
    /// <param name="up">Above that neighbour rather than below it.</param>
    public async Task<Saved> RunAsync(Actor actor, int number, Guid id, Guid past, bool up, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.PostmortemToChangeAsync(actor, number, cancel) is not { } postmortem)
        {
            return Saved.NotThere;
        }

        var causes = await db.Causes
            .Where(c => c.PostmortemId == postmortem.Id && c.Deletion == null)
            .OrderBy(c => c.Order).ThenBy(c => c.CreatedAt).ThenBy(c => c.Id)
            .ToListAsync(cancel);

        var from = causes.FindIndex(c => c.Id == id);
        var to = causes.FindIndex(c => c.Id == past);
        var step = up ? -1 : 1;

        // The same button pressed twice moves once.
        if (from >= 0 && to == from - step)
        {
            return Saved.Done;
        }

        if (from < 0 || to != from + step)
        {
            return Saved.ChangedMeanwhile;
        }

        (causes[from], causes[to]) = (causes[to], causes[from]);

        for (var i = 0; i < causes.Count; i++)
        {
            causes[i].PutAt(i);
        }

        var now = clock.GetUtcNow();
        db.AmendIfPublished(postmortem, "In another order.", actor.UserId, now);
        db.Errands.Add(new Errand("patterns/recompute", now));

        try
        {
            await db.SaveChangesAsync(cancel);
            return Saved.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Saved.ChangedMeanwhile;
        }
    }
}
