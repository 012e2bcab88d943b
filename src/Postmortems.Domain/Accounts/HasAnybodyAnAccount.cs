using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Accounts;

/// <summary>Whether the first run is over.</summary>
[WithoutActor("It decides whether there can be an actor.")]
public sealed class HasAnybodyAnAccount(IDbContextFactory<PostmortemsDb> databases)
{
    public async Task<bool> RunAsync(CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Users.AnyAsync(cancel);
    }
}
