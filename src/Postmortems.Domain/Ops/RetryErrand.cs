using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Ops;

/// <summary>An administrator has mended what was in the way: an errand is tried again from the start.</summary>
public sealed class RetryErrand(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such errand; it may have succeeded in the meantime.</returns>
    public async Task<bool> RunAsync(Actor actor, Guid id, CancellationToken cancel = default)
    {
        actor.MustAdminister();
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var errand = await db.Errands.SingleOrDefaultAsync(e => e.Id == id, cancel);

        if (errand is not null)
        {
            errand.TryAgain(now);
            db.AuditLog.Add(new AuditEntry(actor.UserId, "errand/retried", id, errand.Kind, now));
            await db.SaveChangesAsync(cancel);
        }

        return errand is not null;
    }
}
