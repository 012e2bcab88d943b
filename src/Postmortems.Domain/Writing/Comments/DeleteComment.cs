using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Writing.Comments;

/// <summary>Somebody takes back what they said. They can put it back.</summary>
public sealed class DeleteComment(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>The thread, or null when there is no such comment.</returns>
    public async Task<Guid?> RunAsync(Actor actor, int number, Guid comment, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.CommentToChangeAsync(actor, number, comment, cancel) is not { } found)
        {
            return null;
        }

        if (found.Deletion is null)
        {
            var now = clock.GetUtcNow();
            found.Delete(actor.UserId, now);
            db.AuditLog.Add(CommentQueries.Noted(actor, "comment/deleted", comment, found.Text, now));
            await db.SaveAndTellAsync(number, cancel);
        }

        return found.ThreadId;
    }
}
