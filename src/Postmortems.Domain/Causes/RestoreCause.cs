using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Causes;

/// <summary>Brings a deleted cause back to its place.</summary>
public sealed class RestoreCause(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    public async Task<bool> RunAsync(Actor actor, int number, Guid id, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.PostmortemToChangeAsync(actor, number, cancel) is not { } postmortem
            || await db.Causes.SingleOrDefaultAsync(c => c.Id == id && c.PostmortemId == postmortem.Id && c.Deletion != null, cancel) is not { } cause)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        cause.Restore();
        db.AuditLog.Add(new AuditEntry(actor.UserId, "cause/restored", cause.Id, cause.Statement, now));
        db.AmendIfPublished(postmortem, $"Back again: “{cause.Statement}”", actor.UserId, now);
        db.Errands.Add(new Errand("patterns/recompute", now));
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
