using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Retros;

/// <summary>Somebody takes back what they wrote themselves.</summary>
public sealed class TakeBackRetroComment(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such comment of theirs.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, Guid id, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var said = await db.RetroComments
            .Where(comment => comment.Id == id && comment.By == actor.UserId && db.Retros.Any(retro => retro.Id == comment.RetroId && retro.Number == number && retro.Closing == null))
            .SingleOrDefaultAsync(cancel);

        if (said is null)
        {
            return false;
        }

        db.RetroComments.Remove(said);
        db.AuditLog.Add(new AuditEntry(actor.UserId, "retro/comment-taken-back", said.RetroId, "", clock.GetUtcNow()));
        await db.SaveAndTellAsync(number, RetroBell.Count, cancel);
        return true;
    }
}
