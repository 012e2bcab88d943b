using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Patterns;

namespace Postmortems.Domain.Retros;

/// <summary>The facilitator puts a pattern into the pack.</summary>
public sealed class AddToPack(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such retro or pattern.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, int pattern, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var retro = await db.RetroToChangeAsync(actor, number, cancel);
        var added = await db.PatternsOf(actor).Where(p => p.Number == pattern).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancel);

        if (retro is null || added is not { } id)
        {
            return false;
        }

        retro.MustNotBeClosed();
        var cards = await db.CardsAsync(retro.Id, cancel);

        if (!cards.Exists(card => card.Part is CardPart.Pattern && card.PatternId == id))
        {
            var now = clock.GetUtcNow();
            DateTimeOffset[] seen = [.. (await Occurrences.OfAsync(db, [id], cancel))[id]];
            var card = RetroCard.OfPattern(retro.Id, id, CardReason.AddedByHand, cards.Where(other => other.Part is CardPart.Pattern).Select(other => other.Place + 1).DefaultIfEmpty(0).Max());
            card.Measure(seen.Count(at => at > retro.WindowFrom), seen.Length, 0, 1);
            db.RetroCards.Add(card);
            db.AuditLog.Add(RetroQueries.Noted(actor, "retro/pattern-added", retro.Id, $"PAT-{pattern}", now));
            await db.SaveAndTellAsync(number, RetroBell.Step, cancel);
        }

        return true;
    }
}

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
