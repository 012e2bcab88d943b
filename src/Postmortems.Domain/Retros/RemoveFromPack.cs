using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Retros;

/// <summary>The facilitator takes a card out of the pack, with what was said and voted about it.</summary>
public sealed class RemoveFromPack(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such retro; a card that is gone already stays gone.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, Guid card, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.RetroToChangeAsync(actor, number, cancel) is not { } retro)
        {
            return false;
        }

        retro.MustNotBeClosed();

        if (await db.RetroCards.SingleOrDefaultAsync(c => c.Id == card && c.RetroId == retro.Id, cancel) is { } removed)
        {
            if (removed.Decision is not null)
            {
                throw new RuleBrokenException("retro/decided", "Something was decided about this; it stays, so that the next retro can open it.");
            }

            db.RetroCards.Remove(removed);
            db.AuditLog.Add(RetroQueries.Noted(actor, "retro/card-removed", retro.Id, removed.Part.ToString(), clock.GetUtcNow()));
            await db.SaveAndTellAsync(number, RetroBell.Step, cancel);
        }

        return true;
    }
}
