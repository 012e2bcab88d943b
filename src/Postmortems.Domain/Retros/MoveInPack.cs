using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Retros;

/// <summary>The facilitator moves a card before or behind its neighbour.</summary>
public sealed class MoveInPack(IDbContextFactory<PostmortemsDb> databases)
{
    /// <param name="from">The place where whoever pressed the button saw it; pressing twice moves it once.</param>
    /// <returns>False when there is no such card.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, Guid card, int from, bool up, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.RetroToChangeAsync(actor, number, cancel) is not { } retro)
        {
            return false;
        }

        retro.MustNotBeClosed();
        var cards = await db.CardsAsync(retro.Id, cancel);

        if (cards.Find(c => c.Id == card) is not { } moved)
        {
            return false;
        }

        var part = cards.Where(c => c.Part == moved.Part).ToList();
        var at = part.IndexOf(moved);
        var other = at + (up ? -1 : 1);

        if (moved.Place == from && other >= 0 && other < part.Count)
        {
            (part[at], part[other]) = (part[other], part[at]);

            for (var place = 0; place < part.Count; place++)
            {
                part[place].MoveTo(place);
            }

            await db.SaveAndTellAsync(number, RetroBell.Step, cancel);
        }

        return true;
    }
}
