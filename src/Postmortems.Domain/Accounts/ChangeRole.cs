using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Accounts;

/// <summary>Somebody gets another role. Their open sessions end.</summary>
public sealed class ChangeRole(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>The person, or null when there is no such person.</returns>
    public async Task<User?> RunAsync(Actor actor, Guid userId, Role role, CancellationToken cancel = default)
    {
        actor.MustAdminister();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockAdministratorsAsync(cancel);
        var user = await db.Users.SingleOrDefaultAsync(u => u.Id == userId, cancel);

        if (user is null || user.Role == role)
        {
            return user;
        }

        if (user.Role is Role.Administrator)
        {
            await db.MustNotBeLastAdministratorAsync(user, cancel);
        }

        db.AuditLog.Add(new AuditEntry(actor.UserId, "account/role-changed", user.Id, $"{user.DisplayName}: {user.Role} to {role}", clock.GetUtcNow()));
        user.GiveRole(role);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return user;
    }
}
