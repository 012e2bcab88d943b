using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Reviews;

/// <summary>The review found that more writing is needed: it is a draft again.</summary>
public sealed class SendBack(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    public async Task<bool> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.PostmortemToChangeAsync(actor, number, cancel) is not { } postmortem)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        postmortem.SendBack();
        db.AuditLog.Add(new AuditEntry(actor.UserId, "postmortem/sent-back", postmortem.Id, postmortem.Title, now));
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
