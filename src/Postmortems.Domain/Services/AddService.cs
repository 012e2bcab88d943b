using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Services;

/// <summary>Somebody names something that the team runs.</summary>
public sealed class AddService(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="id">Made with the form, so that sending it twice adds one service.</param>
    /// <returns>The service's name.</returns>
    public async Task<Stored<string>> RunAsync(Actor actor, Guid id, string name, string description, string ownerTeam, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);

        var now = clock.GetUtcNow();

        return await db.StoreOnceAsync(
            new SentForm(id, new { name, description, ownerTeam }, now), db.Services.Where(service => service.Id == id).Select(service => service.Name), StoreAsync, cancel);

        async Task<string> StoreAsync()
        {
            await ServiceNames.MustBeFreeAsync(db, name, id, cancel);
            var service = new Service(name, description, ownerTeam, id);
            db.Services.Add(service);
            db.AuditLog.Add(new AuditEntry(actor.UserId, "service/added", id, service.Name, now));
            await ServiceNames.SaveAsync(db, name, cancel);
            return service.Name;
        }
    }
}
