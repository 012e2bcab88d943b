using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Writing.Comments;

/// <summary>Somebody answers in a thread. One that was resolved is open again by that.</summary>
public sealed class ReplyInThread(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="id">Made when the form was shown, so that sending it twice says it once.</param>
    /// <returns>The thread, or null when there is no such one.</returns>
    public async Task<Stored<Guid>?> RunAsync(Actor actor, int number, Guid thread, Guid id, string text, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.ThreadToChangeAsync(actor, number, thread, cancel) is not { } found)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        return await db.StoreOnceAsync(new SentForm(id, new { thread, text }, now), db.Comments.Where(c => c.Id == id).Select(c => c.ThreadId), StoreAsync, cancel);

        async Task<Guid> StoreAsync()
        {
            var comment = new Comment(id, thread, text, actor.UserId, now);
            found.Reopen();

            db.Add(comment);
            db.AddRange(await Mentioned.InAsync(db, comment.Id, comment.Text, cancel));
            db.AuditLog.Add(CommentQueries.Noted(actor, "comment/added", comment.Id, comment.Text, now));
            await db.SaveAndTellAsync(number, cancel);
            return thread;
        }
    }
}
