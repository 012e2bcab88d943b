using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Reviews;

/// <summary>The review is done: everybody may rely on the text, and it changes only by amendments.</summary>
public sealed class PublishPostmortem(IDbContextFactory<PostmortemsDb> databases, ReadPostmortem read, TimeProvider clock)
{
    public async Task<bool> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        actor.MustEdit();

        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        // What is published is the text that was found ready: nobody saves another one in between.
        await db.HoldAloneAsync(number, cancel);

        if (await read.RunAsync(actor, number, cancel) is not { } view)
        {
            return false;
        }

        view.Readiness.MustHaveWhatIsNeeded("publishing");

        if (await db.PostmortemToChangeAsync(actor, number, cancel) is not { } postmortem)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        postmortem.Publish(actor.UserId, now);
        db.AuditLog.Add(new AuditEntry(actor.UserId, "postmortem/published", postmortem.Id, postmortem.Title, now));
        db.Errands.Add(new Errand("patterns/recompute", now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
