using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Retros;

/// <summary>The retros that somebody may see: everybody who is signed in sees all of them.</summary>
internal static class RetroQueries
{
    /// <summary>Any number works as long as nothing else takes the same one.</summary>
    private const long OneAtATime = 5_020_260_010;

    public static IQueryable<Retro> RetrosOf(this PostmortemsDb db, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return db.Retros;
    }

    public static Task<Retro?> RetroToChangeAsync(this PostmortemsDb db, Actor actor, int number, CancellationToken cancel)
    {
        actor.MustEdit();
        return db.RetrosOf(actor).SingleOrDefaultAsync(retro => retro.Number == number, cancel);
    }

    public static Task<List<RetroCard>> CardsAsync(this PostmortemsDb db, Guid retro, CancellationToken cancel) =>
        db.RetroCards.Where(card => card.RetroId == retro).OrderBy(card => card.Part).ThenBy(card => card.Place).ThenBy(card => card.Id).ToListAsync(cancel);

    /// <summary>Until the transaction ends nobody else builds a pack: the product does so by itself, and somebody may press the button just then.</summary>
    public static async Task<IDbContextTransaction> TakeTurnsOverPacksAsync(this PostmortemsDb db, CancellationToken cancel)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({OneAtATime})", cancel);
        return transaction;
    }

    /// <summary>Until the transaction ends the meeting stands still: nobody else goes on, decides, notes or closes it, so that its minutes hold all that was decided.</summary>
    public static async Task<IDbContextTransaction> HoldStillAsync(this PostmortemsDb db, int number, CancellationToken cancel)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM retros WHERE number = {number} FOR NO KEY UPDATE", cancel);
        return transaction;
    }

    public static AuditEntry Noted(Actor actor, string verb, Guid retro, string words, DateTimeOffset at) => new(actor.UserId, verb, retro, Shortened.To(words, 200), at);

    /// <summary>Saves and tells every window that follows the retro, once all is committed.</summary>
    public static async Task SaveAndTellAsync(this PostmortemsDb db, int number, string kind, CancellationToken cancel)
    {
        await using var transaction = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(cancel) : null;
        await db.SaveChangesAsync(cancel);
        await db.TellAsync(number, kind, cancel);

        if (transaction is not null)
        {
            await transaction.CommitAsync(cancel);
        }
    }

    public static Task TellAsync(this PostmortemsDb db, int number, string kind, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_notify({RetroBell.Name}, {$"{number}:{kind}"})", cancel);
}
