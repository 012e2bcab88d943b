using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Retros;

/// <summary>The facilitator ends the meeting; its minutes are written and stand from then on.</summary>
public sealed class CloseRetro(IDbContextFactory<PostmortemsDb> databases, ReadRetro read, TimeProvider clock)
{
    /// <returns>False when there is no such retro; closing it again changes nothing.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.HoldStillAsync(number, cancel);

        if (await db.RetroToChangeAsync(actor, number, cancel) is not { } retro || await read.RunAsync(actor, number, cancel: cancel) is not { } view)
        {
            return false;
        }

        if (retro.Closing is null)
        {
            var now = clock.GetUtcNow();
            retro.Close(actor.UserId, RetroMinutes.Of(view, now), now);
            db.AuditLog.Add(RetroQueries.Noted(actor, "retro/closed", retro.Id, retro.Group, now));
            await db.SaveAndTellAsync(number, RetroBell.Step, cancel);
            await transaction.CommitAsync(cancel);
        }

        return true;
    }
}
