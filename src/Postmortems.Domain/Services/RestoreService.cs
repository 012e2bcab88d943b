using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Services;

/// <summary>Brings a deleted service back.</summary>
public sealed class RestoreService(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>Its name, or null when there is no such service.</returns>
    public async Task<string?> RunAsync(Actor actor, Guid id, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var service = await db.Services.SingleOrDefaultAsync(s => s.Id == id, cancel);

        if (service is { Deletion: not null })
        {
            service.Restore();
            db.AuditLog.Add(new AuditEntry(actor.UserId, "service/restored", id, service.Name, clock.GetUtcNow()));
            await db.SaveChangesAsync(cancel);
        }

        return service?.Name;
    }
}
