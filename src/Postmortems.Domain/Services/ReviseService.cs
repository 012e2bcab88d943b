using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Services;

/// <summary>Somebody says differently what a service is.</summary>
public sealed class ReviseService(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="version">The version that the writer began from.</param>
    public async Task<Saved> RunAsync(Actor actor, Guid id, string name, string description, string ownerTeam, uint version, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var service = await db.Services.SingleOrDefaultAsync(s => s.Id == id, cancel);

        if (service is null)
        {
            return Saved.NotThere;
        }

        await ServiceNames.MustBeFreeAsync(db, name, id, cancel);
        service.Rename(name, description, ownerTeam);
        db.AuditLog.Add(new AuditEntry(actor.UserId, "service/revised", id, service.Name, clock.GetUtcNow()));

        return await db.SaveUnlessChangedAsync(service, version, () => ServiceNames.SaveAsync(db, name, cancel));
    }
}
