using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Retros;

/// <summary>Somebody writes down what they noticed while reading the pack. Also who may only read.</summary>
public sealed class SayInRetro(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="id">Made with the form, so that sending it twice says it once.</param>
    /// <param name="card">Null for the retro as a whole.</param>
    /// <returns>False when there is no such retro or card. What somebody was still writing when the retro closed stands with its pack.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, Guid id, Guid? card, string text, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var retro = await db.RetrosOf(actor).Where(r => r.Number == number).Select(r => (Guid?)r.Id).SingleOrDefaultAsync(cancel);

        if (retro is not { } about || (card is not null && !await db.RetroCards.AnyAsync(c => c.Id == card && c.RetroId == about, cancel)))
        {
            return false;
        }

        var said = new RetroComment(id, about, card, actor.UserId, text, clock.GetUtcNow());

        if (!await db.RetroComments.AnyAsync(other => other.Id == id, cancel))
        {
            db.RetroComments.Add(said);
            db.AuditLog.Add(new AuditEntry(actor.UserId, "retro/commented", about, "", said.At));
            await db.SaveAndTellAsync(number, RetroBell.Count, cancel);
        }

        return true;
    }
}
