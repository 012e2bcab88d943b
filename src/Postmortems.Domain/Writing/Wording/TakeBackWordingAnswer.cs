using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Writing.Wording;

/// <summary>A writer takes an answer back: the question is asked again. Sending the answer again puts it back.</summary>
public sealed class TakeBackWordingAnswer(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such answer.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, Guid id, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var answer = await db.WordingAnswers.SingleOrDefaultAsync(a => a.Id == id && db.Postmortems.Any(p => p.Id == a.PostmortemId && p.Number == number && p.Deletion == null), cancel);

        if (answer is { Deletion: null })
        {
            var now = clock.GetUtcNow();
            answer.TakeBack(actor.UserId, now);
            db.AuditLog.Add(new AuditEntry(actor.UserId, "wording/answer-taken-back", id, Shortened.To($"{answer.Kind}: {answer.Phrase}", 200), now));
            await db.SaveAndTellWordingAsync(number, cancel);
        }

        return answer is not null;
    }
}
