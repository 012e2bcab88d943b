using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Services;

/// <summary>One service, to read or to change.</summary>
public sealed class ReadService(IDbContextFactory<PostmortemsDb> databases)
{
    /// <returns>Null when there is no such service, or it is deleted and the actor may not restore it.</returns>
    public async Task<ServiceView?> RunAsync(Actor actor, string name, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        return await db.Services
            .AsNoTracking()
            .Where(service => service.Name == name && (service.Deletion == null || actor.MayEdit))
            .Select(service => new ServiceView(service.Id, service.Name, service.Description, service.OwnerTeam, service.Deletion, EF.Property<uint>(service, "Version")))
            .SingleOrDefaultAsync(cancel);
    }
}

public sealed record ServiceView(Guid Id, string Name, string Description, string OwnerTeam, Deletion? Deletion, uint Version);
