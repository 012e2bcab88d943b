using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Writing;

/// <summary>Takes a postmortem out of sight; editors can restore it.</summary>
public sealed class DeletePostmortem(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    public async Task<bool> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.PostmortemToChangeAsync(actor, number, cancel) is not { } postmortem)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        postmortem.Delete(actor.UserId, now);
        db.AuditLog.Add(new AuditEntry(actor.UserId, "postmortem/deleted", postmortem.Id, postmortem.Title, now));
        db.Errands.Add(new Errand("patterns/recompute", now));
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
