using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Accounts;

/// <summary>Somebody who was disabled may sign in again.</summary>
public sealed class EnablePerson(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>The person, or null when there is no such person.</returns>
    public async Task<User?> RunAsync(Actor actor, Guid userId, CancellationToken cancel = default)
    {
        actor.MustAdminister();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == userId, cancel);

        if (user?.DisabledAt is not null)
        {
            user.Enable();
            db.AuditLog.Add(new AuditEntry(actor.UserId, "account/enabled", user.Id, user.DisplayName, clock.GetUtcNow()));
            await db.SaveChangesAsync(cancel);
        }

        return user;
    }
}
