using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Writing.Comments;

public sealed class RestoreComment(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>The thread, or null when there is no such comment.</returns>
    public async Task<Guid?> RunAsync(Actor actor, int number, Guid comment, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.CommentToChangeAsync(actor, number, comment, cancel) is not { } found)
        {
            return null;
        }

        if (found.Deletion is not null)
        {
            found.Restore(actor.UserId);
            db.AuditLog.Add(CommentQueries.Noted(actor, "comment/restored", comment, found.Text, clock.GetUtcNow()));
            await db.SaveAndTellAsync(number, cancel);
        }

        return found.ThreadId;
    }
}
