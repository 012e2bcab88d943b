using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Writing.Comments;

internal static class CommentQueries
{
    /// <summary>For changing, tracked. The threads of a deleted postmortem rest with it.</summary>
    public static Task<CommentThread?> ThreadToChangeAsync(this PostmortemsDb db, Actor actor, int number, Guid thread, CancellationToken cancel)
    {
        actor.MustEdit();
        return db.CommentThreads.SingleOrDefaultAsync(t => t.Id == thread && db.Postmortems.Any(p => p.Id == t.PostmortemId && p.Number == number && p.Deletion == null), cancel);
    }

    public static Task<Comment?> CommentToChangeAsync(this PostmortemsDb db, Actor actor, int number, Guid comment, CancellationToken cancel)
    {
        actor.MustEdit();

        return (from said in db.Comments
                join thread in db.CommentThreads on said.ThreadId equals thread.Id
                join postmortem in db.Postmortems on thread.PostmortemId equals postmortem.Id
                where said.Id == comment && postmortem.Number == number && postmortem.Deletion == null
                select said).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Threads in which something that is not taken back was said.</summary>
    public static IQueryable<CommentThread> ThreadsOf(this PostmortemsDb db, Guid postmortem) =>
        db.CommentThreads.Where(t => t.PostmortemId == postmortem && t.Comments.Any(c => c.Deletion == null));

    /// <summary>Saves and tells every window that shows the threads, once all is committed.</summary>
    public static async Task SaveAndTellAsync(this PostmortemsDb db, int number, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.SaveChangesAsync(cancel);
        await db.Database.ExecuteSqlAsync($"SELECT pg_notify({CommentBell.Name}, {number}::text)", cancel);
        await transaction.CommitAsync(cancel);
    }

    public static AuditEntry Noted(Actor actor, string verb, Guid id, string words, DateTimeOffset at) => new(actor.UserId, verb, id, Shortened.To(words, 200), at);
}
