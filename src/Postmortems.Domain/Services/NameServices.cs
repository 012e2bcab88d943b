using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Services;

/// <summary>The services to choose from, by name.</summary>
public sealed class NameServices(IDbContextFactory<PostmortemsDb> databases)
{
    public async Task<List<ServiceName>> RunAsync(Actor actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await databases.CreateDbContextAsync(cancel);

        return await db.Services
            .AsNoTracking()
            .Where(service => service.Deletion == null)
            .OrderBy(service => service.Name)
            .Select(service => new ServiceName(service.Id, service.Name))
            .ToListAsync(cancel);
    }
}

public sealed record ServiceName(Guid Id, string Name);
