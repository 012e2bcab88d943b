using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Accounts;

/// <summary>Whoever read the code on the console makes the first account. Only one can be the first.</summary>
[WithoutActor("There is nobody yet; the code is the permission.")]
public sealed class MakeFirstAdministrator(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    public async Task<User> RunAsync(string code, NewAccount account, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var hash = SetupCode.HashOf(code);
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockAdministratorsAsync(cancel);

        if (await db.Users.AnyAsync(cancel))
        {
            throw new RuleBrokenException("first-run/over", "Somebody has made the first account already. Ask them for an invitation.");
        }

        if (!await db.SetupCodes.AnyAsync(c => c.SecretHash == hash && c.ExpiresAt > now, cancel))
        {
            throw new RuleBrokenException("first-run/code", "This is not the code on the console, or it is older than a day. A new one is printed when Postmortems starts.");
        }

        var user = account.ToUser(Role.Administrator, now);
        db.Users.Add(user);
        db.AuditLog.Add(new AuditEntry(user.Id, "account/first-administrator", user.Id, user.DisplayName, now));
        await db.SetupCodes.ExecuteDeleteAsync(cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return user;
    }
}
