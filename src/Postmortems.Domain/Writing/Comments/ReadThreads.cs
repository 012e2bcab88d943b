using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing.Together;

namespace Postmortems.Domain.Writing.Comments;

/// <summary>What is said about a document, each thread where its passage stands now.</summary>
public sealed class ReadThreads(IDbContextFactory<PostmortemsDb> databases)
{
    /// <summary>More of a kind are not shown at once: the newest, then those before them.</summary>
    public const int PageSize = 200;

    /// <param name="chosen">A thread that decides whether open or resolved ones are shown.</param>
    /// <param name="before">The oldest thread of the page before.</param>
    /// <returns>Null when the actor sees no such postmortem, or roles instead of those who speak.</returns>
    public async Task<ThreadsView?> RunAsync(Actor actor, int number, bool resolved = false, Guid? chosen = null, Guid? before = null, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.HeadAsync(actor, number, cancel) is not { Deletion: null, Roles: null } head)
        {
            return null;
        }

        var about = await (
            from document in db.Documents
            where document.PostmortemId == head.Id
            select new
            {
                document.Version,
                Resolved = db.CommentThreads.Count(t => t.PostmortemId == head.Id && t.Resolution != null && t.Comments.Any(c => c.Deletion == null)),
                Before = db.CommentThreads.Where(t => t.Id == before && t.PostmortemId == head.Id).Select(t => (DateTimeOffset?)t.StartedAt).FirstOrDefault(),
                ChosenIsResolved = db.CommentThreads.Where(t => t.Id == chosen && t.PostmortemId == head.Id).Select(t => (bool?)(t.Resolution != null)).FirstOrDefault(),
            }).SingleAsync(cancel);

        resolved = about.ChosenIsResolved ?? resolved;
        var threads = await Rows(db, Page(db.ThreadsOf(head.Id), before, about.Before), resolved).Take(PageSize + 1).ToListAsync(cancel);
        var placed = threads.Select(t => new PlacedQuote(t.Id, t.Quote, t.Passage, t.PlacedAt)).ToList();
        var standing = await Passages.AtAsync(db, head.Id, placed, about.Version, cancel);

        if (placed.Any(quote => quote.PlacedAt < about.Version - AcceptChanges.MostBetweenKept))
        {
            await FollowPassages.StoreAsync(db, placed, standing, about.Version, cancel);
        }

        var rows = threads.Take(PageSize)
            .Select(t => t with { Passage = standing[t.Id], PlacedAt = about.Version })
            .OrderBy(t => t.IsAboutAll ? 0 : t.Passage.IsRemoved ? 2 : 1).ThenBy(t => t.Passage.From).ThenBy(t => t.StartedAt)
            .ToList();

        return new ThreadsView(head, about.Version, resolved, about.Resolved, rows, threads.Count > PageSize ? threads[PageSize - 1].Id : null);
    }

    private static IQueryable<CommentThread> Page(IQueryable<CommentThread> threads, Guid? last, DateTimeOffset? startedAt) =>
        last is { } id && startedAt is { } at
            ? threads.Where(t => EF.Functions.LessThan(ValueTuple.Create(t.StartedAt, t.Id), ValueTuple.Create(at, id)))
            : threads;

    private static IQueryable<ThreadRow> Rows(PostmortemsDb db, IQueryable<CommentThread> threads, bool resolved) =>
        from thread in threads
        where (thread.Resolution != null) == resolved
        orderby thread.StartedAt descending, thread.Id descending
        select new ThreadRow(
            thread.Id,
            thread.Quote,
            new Passage(thread.StandsFrom, thread.StandsTo),
            thread.PlacedAt,
            thread.StartedAt,
            thread.Resolution == null ? null : db.Users.Where(u => u.Id == thread.Resolution.By).Select(u => u.DisplayName).FirstOrDefault(),
            thread.Resolution == null ? null : (DateTimeOffset?)thread.Resolution.At,
            (from comment in db.Comments
             where comment.ThreadId == thread.Id
             orderby comment.At, comment.Id
             select new CommentRow(
                 comment.Id,
                 comment.Deletion == null ? comment.Text : "",
                 comment.By,
                 db.Users.Where(u => u.Id == comment.By).Select(u => u.DisplayName).First(),
                 comment.At,
                 comment.ChangedAt,
                 comment.Deletion != null,
                 EF.Property<uint>(comment, "Version"),
                 (from mention in db.Mentions join user in db.Users on mention.UserId equals user.Id where mention.CommentId == comment.Id select user.DisplayName).ToList())).ToList());
}

/// <param name="Version">The version of the document at which the passages stand there.</param>
/// <param name="IsResolved">Whether resolved threads are shown, or open ones.</param>
/// <param name="Resolved">How many are resolved; how many are open stands in the head.</param>
/// <param name="OlderThan">The oldest thread shown, when there are older ones.</param>
public sealed record ThreadsView(PostmortemHead Head, int Version, bool IsResolved, int Resolved, IReadOnlyList<ThreadRow> Threads, Guid? OlderThan);

/// <param name="Quote">The words as they were when the thread began; empty when it is about the whole document.</param>
public sealed record ThreadRow(
    Guid Id, string Quote, Passage Passage, int PlacedAt, DateTimeOffset StartedAt, string? ResolvedBy, DateTimeOffset? ResolvedAt, IReadOnlyList<CommentRow> Comments)
{
    public bool IsAboutAll => Quote.Length == 0;
}

/// <param name="Text">Nothing when it was taken back.</param>
/// <param name="Mentions">Names of those whom it calls.</param>
public sealed record CommentRow(
    Guid Id, string Text, Guid By, string Author, DateTimeOffset At, DateTimeOffset? ChangedAt, bool IsDeleted, uint Version, IReadOnlyList<string> Mentions)
{
    /// <summary>Stretches of the text, in order, and whether they call somebody by name.</summary>
    public IEnumerable<(string Words, bool IsName)> Parts => Mentioned.Parts(Text, Mentions);
}
