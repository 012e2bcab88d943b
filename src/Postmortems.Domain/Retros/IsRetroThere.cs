using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Retros;

/// <summary>Whether there is a retro that a window can follow.</summary>
public sealed class IsRetroThere(IDbContextFactory<PostmortemsDb> databases)
{
    public async Task<bool> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.RetrosOf(actor).AnyAsync(retro => retro.Number == number, cancel);
    }
}
