using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Accounts;

/// <summary>A link that was sent to the wrong place stops working.</summary>
public sealed class WithdrawInvitation(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such invitation.</returns>
    public async Task<bool> RunAsync(Actor actor, Guid id, CancellationToken cancel = default)
    {
        actor.MustAdminister();
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.Id == id, cancel);

        if (invitation?.IsOpen(now) is true)
        {
            invitation.Revoke(now);
            db.AuditLog.Add(new AuditEntry(actor.UserId, "invitation/withdrawn", id, invitation.Note, now));
            await db.SaveChangesAsync(cancel);
        }

        return invitation is not null;
    }
}
