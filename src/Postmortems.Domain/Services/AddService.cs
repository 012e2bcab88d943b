using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Services;

/// <summary>Somebody names something that the team runs.</summary>
public sealed class AddService(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="id">Made with the form, so that sending it twice adds one service.</param>
    public async Task RunAsync(Actor actor, Guid id, string name, string description, string ownerTeam, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.Services.AnyAsync(service => service.Id == id, cancel))
        {
            return;
        }

        await ServiceNames.MustBeFreeAsync(db, name, id, cancel);
        db.Services.Add(new Service(name, description, ownerTeam, id));
        db.AuditLog.Add(new AuditEntry(actor.UserId, "service/added", id, name.Trim(), clock.GetUtcNow()));
        await ServiceNames.SaveAsync(db, name, cancel);
    }
}
