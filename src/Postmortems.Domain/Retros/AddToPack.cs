using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Costs;

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
            var cost = PatternCost.Of([.. (await PatternCosts.IncidentsOfAsync(db, [id], cancel))[id]]);
            card.Measure(seen.Count(at => at > retro.WindowFrom), seen.Length, cost.ImpactMinutes + cost.HandMinutes, 1, cost.AtNight);
            db.RetroCards.Add(card);
            db.AuditLog.Add(RetroQueries.Noted(actor, "retro/pattern-added", retro.Id, $"PAT-{pattern}", now));
            await db.SaveAndTellAsync(number, RetroBell.Step, cancel);
        }

        return true;
    }
}
