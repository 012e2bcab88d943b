using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Reviews;

/// <summary>The writers say that others may review now.</summary>
public sealed class AskForReview(IDbContextFactory<PostmortemsDb> databases, ReadPostmortem read, TimeProvider clock)
{
    public async Task<bool> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        actor.MustEdit();

        if (await read.RunAsync(actor, number, cancel) is not { } view)
        {
            return false;
        }

        view.Readiness.MustHaveWhatIsNeeded("asking for review");

        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.PostmortemToChangeAsync(actor, number, cancel) is not { } postmortem)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        postmortem.AskForReview(actor.UserId, now);
        db.AuditLog.Add(new AuditEntry(actor.UserId, "postmortem/review-asked", postmortem.Id, postmortem.Title, now));
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
