using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Retros;

/// <summary>Puts together what a retro looks at: what is new, grown or came back, verdicts, promises, and what nobody would choose.</summary>
internal sealed class Pack(PostmortemsDb db, Retro retro, DateTimeOffset now)
{
    /// <summary>Safe to repeat: what is in stays with all that was said about it, what is new comes behind it.</summary>
    public async Task BuildAsync(CancellationToken cancel)
    {
        var cards = await db.CardsAsync(retro.Id, cancel);
        var chosen = await new PackPatterns(db, retro, now).ChooseAsync(cancel);

        foreach (var found in chosen.Patterns)
        {
            Card(cards, found).Measure(found.SeenInWindow, found.SeenInAll, found.CostMinutes, found.Confidence, found.AtNight);
        }

        foreach (var found in chosen.Verdicts)
        {
            Card(cards, found).Measure(found.SeenInWindow, found.SeenInAll, 0, 1);
        }

        foreach (var found in await new PackItems(db, retro, now).ChooseAsync(chosen.LastSeen, cancel))
        {
            if (!cards.Exists(card => card.ActionItemId == found.ActionItemId))
            {
                Add(cards, RetroCard.OfItem(retro.Id, found.ActionItemId, found.PatternId, found.Why, Next(cards, CardPart.Item)));
            }
        }

        var extras = new PackExtras(db, retro, now);
        retro.Pack(await extras.GoodCatchAsync(cancel), retro.Wheel ?? await extras.DrawAsync(cancel), await extras.QualityAsync(cancel), now);
    }

    private RetroCard Card(List<RetroCard> cards, PackedPattern found) =>
        cards.Find(card => card.Part == found.Part && card.PatternId == found.PatternId)
        ?? Add(cards, found.Part is CardPart.Pattern
            ? RetroCard.OfPattern(retro.Id, found.PatternId, found.Why, Next(cards, CardPart.Pattern))
            : RetroCard.OfVerdict(retro.Id, found.PatternId, found.Why, Next(cards, CardPart.Verdict)));

    private RetroCard Add(List<RetroCard> cards, RetroCard card)
    {
        cards.Add(card);
        db.RetroCards.Add(card);
        return card;
    }

    private static int Next(List<RetroCard> cards, CardPart part) => cards.Where(card => card.Part == part).Select(card => card.Place + 1).DefaultIfEmpty(0).Max();
}
