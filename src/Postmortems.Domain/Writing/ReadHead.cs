using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Writing;

/// <summary>What every tab of a postmortem begins with.</summary>
public sealed class ReadHead(IDbContextFactory<PostmortemsDb> databases)
{
    public async Task<PostmortemHead?> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.HeadAsync(actor, number, cancel);
    }
}
