using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Accounts;

/// <summary>Signs somebody out on every device: oneself, or as an administrator anybody.</summary>
public sealed class EndSessions(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>The person, or null when there is no such person.</returns>
    public async Task<User?> RunAsync(Actor actor, Guid userId, CancellationToken cancel = default)
    {
        if (userId != actor.UserId)
        {
            actor.MustAdminister();
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == userId, cancel);

        if (user is not null)
        {
            user.EndSessions();
            db.AuditLog.Add(new AuditEntry(actor.UserId, "account/sessions-ended", user.Id, user.DisplayName, clock.GetUtcNow()));
            await db.SaveChangesAsync(cancel);
        }

        return user;
    }
}
