using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Retros;

/// <summary>Somebody sits down at a retro, so that everybody knows how many votes to wait for. Also who may only read.</summary>
public sealed class TakePart(IDbContextFactory<PostmortemsDb> databases)
{
    /// <returns>False when there is no such retro, or it is over.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.RetrosOf(actor).Where(retro => retro.Number == number && retro.Closing == null).Select(retro => (Guid?)retro.Id).SingleOrDefaultAsync(cancel) is not { } retro)
        {
            return false;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        if (await db.SitDownAsync(retro, actor.UserId, cancel))
        {
            await db.TellAsync(number, RetroBell.Count, cancel);
        }

        await transaction.CommitAsync(cancel);
        return true;
    }
}

internal static class RetroSeats
{
    /// <returns>Whether they were not seated before.</returns>
    public static async Task<bool> SitDownAsync(this PostmortemsDb db, Guid retro, Guid person, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync($"INSERT INTO retro_seats (retro_id, person_id, has_answered_pulse) VALUES ({retro}, {person}, false) ON CONFLICT DO NOTHING", cancel) > 0;
}
