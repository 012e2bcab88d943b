using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Causes;

/// <summary>Takes a cause out of sight; editors can restore it.</summary>
public sealed class DeleteCause(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    public async Task<bool> RunAsync(Actor actor, int number, Guid id, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.PostmortemToChangeAsync(actor, number, cancel) is not { } postmortem
            || await db.Causes.SingleOrDefaultAsync(c => c.Id == id && c.PostmortemId == postmortem.Id && c.Deletion == null, cancel) is not { } cause)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        cause.Delete(actor.UserId, now);
        db.AuditLog.Add(new AuditEntry(actor.UserId, "cause/deleted", cause.Id, cause.Statement, now));
        db.AmendIfPublished(postmortem, $"Taken out: “{cause.Statement}”", actor.UserId, now);
        db.Errands.Add(new Errand("patterns/recompute", now));
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
