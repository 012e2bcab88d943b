using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Retros;

/// <summary>Somebody votes silently on a pattern, or changes their mind before the votes are shown. Also who may only read.</summary>
public sealed class CastVote(IDbContextFactory<PostmortemsDb> databases)
{
    /// <returns>False when the vote came too late, or there is no such card in a running retro.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, Guid card, VoteLevel impact, VoteLevel change, VoteLevel learning, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var person = actor.UserId;

        // Locked, so that a vote counts either before it is shown or the retro is closed, or not at all.
        var open = await db.RetroCards
            .FromSql($"""
                SELECT card.*, card.xmin FROM retro_cards card JOIN retros retro ON retro.id = card.retro_id
                WHERE card.id = {card} AND retro.number = {number} AND card.part = 'Pattern' AND card.revealed_at IS NULL AND retro.run_started_at IS NOT NULL AND retro.closing_at IS NULL
                FOR SHARE OF card, retro
                """)
            .AsNoTracking().Select(c => (Guid?)c.RetroId).SingleOrDefaultAsync(cancel);

        if (open is not { } retro)
        {
            return false;
        }

        await db.SitDownAsync(retro, person, cancel);
        await db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO retro_votes (card_id, person_id, impact, change, learning) VALUES ({card}, {person}, {impact.ToString()}, {change.ToString()}, {learning.ToString()})
            ON CONFLICT (card_id, person_id) DO UPDATE SET impact = excluded.impact, change = excluded.change, learning = excluded.learning
            """,
            cancel);
        await db.TellAsync(number, RetroBell.Count, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
