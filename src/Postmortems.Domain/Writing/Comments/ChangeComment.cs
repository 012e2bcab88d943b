using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Writing.Comments;

/// <summary>Somebody says what they said in other words.</summary>
public sealed class ChangeComment(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    public async Task<Saved> RunAsync(Actor actor, int number, Guid comment, string text, uint version, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.CommentToChangeAsync(actor, number, comment, cancel) is not { Deletion: null } found)
        {
            return Saved.NotThere;
        }

        found.Change(text, actor.UserId, clock.GetUtcNow());

        if (!db.ChangeTracker.HasChanges())
        {
            return Saved.Done;
        }

        db.Entry(found).Property<uint>("Version").OriginalValue = version;
        await MentionAsync(db, found, cancel);

        try
        {
            await db.SaveAndTellAsync(number, cancel);
            return Saved.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return Saved.ChangedMeanwhile;
        }
    }

    private static async Task MentionAsync(PostmortemsDb db, Comment comment, CancellationToken cancel)
    {
        var before = await db.Mentions.Where(m => m.CommentId == comment.Id).ToListAsync(cancel);
        var now = await Mentioned.InAsync(db, comment.Id, comment.Text, cancel);
        db.RemoveRange(before.Except(now));
        db.AddRange(now.Except(before));
    }
}
