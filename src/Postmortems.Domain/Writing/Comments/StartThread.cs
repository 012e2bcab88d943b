using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Writing.Together;

namespace Postmortems.Domain.Writing.Comments;

/// <summary>Somebody says something about a passage of a document, or about all of it. Whoever writes meanwhile does not wait.</summary>
public sealed class StartThread(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>The thread, or null when there is no such postmortem.</returns>
    public async Task<Stored<Guid>?> RunAsync(Actor actor, int number, NewThread said, CancellationToken cancel = default)
    {
        actor.MustEdit();

        await using var db = await databases.CreateDbContextAsync(cancel);
        var postmortem = await db.Postmortems.Where(p => p.Number == number && p.Deletion == null).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancel);

        if (postmortem is not { } about)
        {
            return null;
        }

        var now = clock.GetUtcNow();

        return await db.StoreOnceAsync(
            new SentForm(said.Id, new { number, said.Text, said.Quote }, now), db.CommentThreads.Where(t => t.Id == said.Id).Select(t => t.Id), StoreAsync, cancel);

        async Task<Guid> StoreAsync()
        {
            var (quote, passage, version) = await PlaceAsync(db, about, said, cancel);
            var thread = new CommentThread(said.Id, about, quote, passage, version, actor.UserId, now);
            var comment = new Comment(said.Id, thread.Id, said.Text, actor.UserId, now);

            db.Add(thread);
            db.Add(comment);
            db.AddRange(await Mentioned.InAsync(db, comment.Id, comment.Text, cancel));
            db.AuditLog.Add(CommentQueries.Noted(actor, "comment/added", comment.Id, comment.Text, now));
            await db.SaveAndTellAsync(number, cancel);
            return thread.Id;
        }
    }

    private static async Task<(string Quote, Passage Passage, int Version)> PlaceAsync(PostmortemsDb db, Guid postmortem, NewThread said, CancellationToken cancel)
    {
        if (said.Place is { } place && await db.TextAtAsync(postmortem, place.Version, cancel) is { } then && place.Passage is { IsRemoved: false, From: >= 0 } marked && marked.To <= then.Length)
        {
            var whole = marked.Whole(then);
            return (Beginning(then[whole.From..whole.To]), whole, place.Version);
        }

        var document = await db.DocumentAsync(postmortem, cancel);
        var quote = DocumentText.Accept(said.Quote).Trim();

        if (quote.Length == 0)
        {
            return ("", default, document.Version);
        }

        return QuotedWords.Find(document.Text, quote) switch
        {
            [var only] => (Beginning(document.Text[only.From..only.To]), only, document.Version),
            [] => throw new RuleBrokenException("comment/not-in-the-text", "These words do not stand in the document. Copy them as they stand there, or leave the field empty to speak about the whole document."),
            _ => throw new RuleBrokenException("comment/more-than-once", "These words stand in the document more than once. Copy a few more beside them."),
        };
    }

    private static string Beginning(string quote) =>
        quote.Length <= CommentThread.LongestQuote ? quote : quote[..(CommentThread.LongestQuote - (char.IsHighSurrogate(quote[CommentThread.LongestQuote - 1]) ? 1 : 0))];
}

/// <param name="Id">Made when the form was shown, so that sending it twice begins one thread.</param>
/// <param name="Quote">The words that it is about, where no place is told; empty for the whole document.</param>
/// <param name="Place">Where a window marked them, at a version that it knew.</param>
public sealed record NewThread(Guid Id, string Text, string Quote = "", MarkedPlace? Place = null);

public sealed record MarkedPlace(Passage Passage, int Version);
