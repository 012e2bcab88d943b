using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Writing.Comments;

/// <summary>Somebody says that a thread is settled. It can be opened again.</summary>
public sealed class ResolveThread(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such thread.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, Guid thread, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.ThreadToChangeAsync(actor, number, thread, cancel) is not { } found)
        {
            return false;
        }

        if (found.Resolution is null)
        {
            var now = clock.GetUtcNow();
            found.Resolve(actor.UserId, now);
            db.AuditLog.Add(CommentQueries.Noted(actor, "comment-thread/resolved", thread, found.Quote, now));
            await db.SaveAndTellAsync(number, cancel);
        }

        return true;
    }
}
