using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Search;

/// <summary>The services that a filter offers, by name.</summary>
public sealed class ListServicesToFilter(IDbContextFactory<PostmortemsDb> databases)
{
    public async Task<IReadOnlyList<ServiceToFilter>> RunAsync(Actor actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Services.Where(s => s.Deletion == null).OrderBy(s => s.Name).Select(s => new ServiceToFilter(s.Id, s.Name)).ToListAsync(cancel);
    }
}

public sealed record ServiceToFilter(Guid Id, string Name);
