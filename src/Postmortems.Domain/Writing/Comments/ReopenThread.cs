using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Writing.Comments;

/// <summary>A thread that was settled is open again.</summary>
public sealed class ReopenThread(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such thread.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, Guid thread, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.ThreadToChangeAsync(actor, number, thread, cancel) is not { } found)
        {
            return false;
        }

        if (found.Resolution is not null)
        {
            var now = clock.GetUtcNow();
            found.Reopen();
            db.AuditLog.Add(CommentQueries.Noted(actor, "comment-thread/reopened", thread, found.Quote, now));
            await db.SaveAndTellAsync(number, cancel);
        }

        return true;
    }
}
