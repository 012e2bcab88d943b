using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Writing.Wording;

/// <summary>A writer answers a question about the wording. Sent again it is the same answer; sent after it was taken back, it stands again.</summary>
public sealed class AnswerWording(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="id">Made by the window that answers.</param>
    /// <returns>False when there is no such postmortem to write.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, Guid id, WordingAnswerKind kind, AskedPhrase about, string? reason, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.Postmortems.Where(p => p.Number == number && p.Deletion == null).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancel) is not { } postmortem)
        {
            return false;
        }

        try
        {
            return await StoreAsync(db, actor, number, postmortem, new WordingAnswer(id, postmortem, kind, about, reason, actor.UserId, clock.GetUtcNow()), cancel);
        }
        catch (DbUpdateException)
        {
            // The same answer may have been sent twice at once; then the other one won.
            db.ChangeTracker.Clear();

            if (await db.WordingAnswers.AnyAsync(answer => answer.Id == id && answer.PostmortemId == postmortem, cancel))
            {
                return true;
            }

            throw;
        }
    }

    private static async Task<bool> StoreAsync(PostmortemsDb db, Actor actor, int number, Guid postmortem, WordingAnswer given, CancellationToken cancel)
    {
        var before = await db.WordingAnswers.SingleOrDefaultAsync(answer => answer.Id == given.Id, cancel);

        if (before is not null && before.PostmortemId != postmortem)
        {
            return false;
        }

        if (before is { Deletion: null })
        {
            return true;
        }

        if (before is null)
        {
            db.Add(given);
        }

        before?.Restore();
        db.AuditLog.Add(new AuditEntry(actor.UserId, before is null ? "wording/answered" : "wording/answer-restored", given.Id, Shortened.To($"{given.Kind}: {given.Phrase}", 200), given.At));
        await db.SaveAndTellWordingAsync(number, cancel);
        return true;
    }
}
