using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Accounts;

/// <summary>Somebody leaves: their sessions and tokens stop working at once, and what they wrote stays.</summary>
public sealed class DisablePerson(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>The person, or null when there is no such person.</returns>
    public async Task<User?> RunAsync(Actor actor, Guid userId, CancellationToken cancel = default)
    {
        actor.MustAdminister();
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockAdministratorsAsync(cancel);
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == userId, cancel);

        if (user is null || user.DisabledAt is not null)
        {
            return user;
        }

        if (user.Role is Role.Administrator)
        {
            await db.MustNotBeLastAdministratorAsync(user, cancel);
        }

        user.Disable(now);
        db.AuditLog.Add(new AuditEntry(actor.UserId, "account/disabled", user.Id, user.DisplayName, now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return user;
    }
}
