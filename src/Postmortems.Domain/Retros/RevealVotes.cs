using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Retros;

/// <summary>The facilitator shows how a silent vote went. From then on it no longer changes.</summary>
public sealed class RevealVotes(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such card.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, Guid card, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.RetroToChangeAsync(actor, number, cancel) is not { } retro || await db.RetroCards.SingleOrDefaultAsync(c => c.Id == card && c.RetroId == retro.Id, cancel) is not { } shown)
        {
            return false;
        }

        shown.Reveal(clock.GetUtcNow());
        await db.SaveAndTellAsync(number, RetroBell.Step, cancel);
        return true;
    }
}
