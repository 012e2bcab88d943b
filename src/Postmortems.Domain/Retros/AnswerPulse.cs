using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Retros;

/// <summary>Somebody says whether they learned something, once and without their name. Also who may only read.</summary>
public sealed class AnswerPulse(IDbContextFactory<PostmortemsDb> databases)
{
    /// <returns>False when there is no such retro; answering again changes nothing.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, bool learned, string change, CancellationToken cancel = default)
    {
        if (change.Trim().Length > RetroPulse.LongestWords)
        {
            throw new RuleBrokenException("retro/long-pulse", "Keep this below 500 characters.");
        }

        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.RetrosOf(actor).Where(retro => retro.Number == number && retro.Run != null).Select(retro => (Guid?)retro.Id).SingleOrDefaultAsync(cancel) is not { } retro)
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var person = actor.UserId;
        await db.SitDownAsync(retro, person, cancel);

        if (await db.Database.ExecuteSqlAsync($"UPDATE retro_seats SET has_answered_pulse = true WHERE retro_id = {retro} AND person_id = {person} AND NOT has_answered_pulse", cancel) > 0)
        {
            await AddAsync(db, retro, learned, change.Trim(), cancel);
            await db.TellAsync(number, RetroBell.Count, cancel);
        }

        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Added to a sum, and put among the others by its letters: nothing says who, when or in which order.</summary>
    private static Task<int> AddAsync(PostmortemsDb db, Guid retro, bool learned, string change, CancellationToken cancel)
    {
        var (yes, no) = learned ? (1, 0) : (0, 1);
        string[] words = change.Length == 0 ? [] : [change];

        return db.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO retro_pulses (retro_id, learned, not_learned, changes) VALUES ({retro}, {yes}, {no}, {words})
            ON CONFLICT (retro_id) DO UPDATE SET
                learned = retro_pulses.learned + excluded.learned,
                not_learned = retro_pulses.not_learned + excluded.not_learned,
                changes = ARRAY(SELECT said FROM unnest(retro_pulses.changes || excluded.changes) AS said ORDER BY said)
            """,
            cancel);
    }
}
