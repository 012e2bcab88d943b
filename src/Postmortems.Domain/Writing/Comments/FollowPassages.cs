using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Writing.Comments;

/// <summary>Notes where the passages of a document's threads stand by now, so that reading them does not go through its whole history.</summary>
[WithoutActor("Moves nothing that anybody said; who may read it asks through an actor.")]
public sealed class FollowPassages(IDbContextFactory<PostmortemsDb> databases)
{
    public async Task RunAsync(Guid postmortem, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var version = await db.Documents.Where(d => d.PostmortemId == postmortem).Select(d => d.Version).SingleAsync(cancel);

        var placed = await db.CommentThreads
            .Where(t => t.PostmortemId == postmortem && t.PlacedAt < version && t.Quote != "")
            .Select(t => new PlacedQuote(t.Id, t.Quote, new Passage(t.StandsFrom, t.StandsTo), t.PlacedAt))
            .ToListAsync(cancel);

        await StoreAsync(db, placed, await Passages.AtAsync(db, postmortem, placed, version, cancel), version, cancel);
    }

    /// <summary>A place that another instance noted meanwhile is left alone: it is as right as this one.</summary>
    internal static async Task StoreAsync(PostmortemsDb db, IReadOnlyList<PlacedQuote> placed, Dictionary<Guid, Passage> standing, int version, CancellationToken cancel)
    {
        if (placed.Count == 0)
        {
            return;
        }

        var threads = placed.Select(quote => quote.Thread).ToArray();
        var from = threads.Select(thread => standing[thread].From).ToArray();
        var to = threads.Select(thread => standing[thread].To).ToArray();
        var before = placed.Select(quote => quote.PlacedAt).ToArray();

        await db.Database.ExecuteSqlAsync(
            $"""
            UPDATE comment_threads AS thread SET stands_from = now.stands_from, stands_to = now.stands_to, placed_at = {version}
            FROM unnest({threads}, {from}, {to}, {before}) AS now (id, stands_from, stands_to, before)
            WHERE thread.id = now.id AND thread.placed_at = now.before
            """,
            cancel);
    }
}
