using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Retros;

/// <summary>The facilitator starts the meeting, goes on or back, or gives a step one more minute.</summary>
public sealed class MoveThroughRetro(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="seen">Where whoever pressed the button was; pressing twice, or two people at once, moves by one.</param>
    /// <param name="until">The end of the step that they saw, where it is extended.</param>
    /// <returns>False when there is no such retro.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, RetroMove move, RetroPlace? seen = null, DateTimeOffset? until = null, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.HoldStillAsync(number, cancel);

        if (await db.RetroToChangeAsync(actor, number, cancel) is not { } retro)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var begins = move is RetroMove.Start && retro.Run is null;
        var moved = move switch
        {
            RetroMove.Start => Start(retro, now),
            RetroMove.Extend => seen is not null && retro.Extend(seen, until ?? default, now),
            _ => seen is not null && retro.Step(move is RetroMove.Next, seen, await db.RetroCards.CountAsync(card => card.RetroId == retro.Id && card.Part == CardPart.Pattern, cancel), now),
        };

        if (begins)
        {
            db.AuditLog.Add(RetroQueries.Noted(actor, "retro/started", retro.Id, retro.Group, now));
        }

        if (moved)
        {
            await db.SaveAndTellAsync(number, RetroBell.Step, cancel);
            await transaction.CommitAsync(cancel);
        }

        return true;
    }

    private static bool Start(Retro retro, DateTimeOffset now)
    {
        retro.Start(now);
        return true;
    }
}

public enum RetroMove
{
    Start,
    Next,
    Back,
    Extend,
}
