using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Writing;

/// <summary>Brings a deleted postmortem back as it was.</summary>
public sealed class RestorePostmortem(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    public async Task<bool> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        actor.MustEdit();

        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.Postmortems.SingleOrDefaultAsync(p => p.Number == number && p.Deletion != null, cancel) is not { } postmortem)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        postmortem.Restore();
        db.AuditLog.Add(new AuditEntry(actor.UserId, "postmortem/restored", postmortem.Id, postmortem.Title, now));
        db.Errands.Add(new Errand("patterns/recompute", now));
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
