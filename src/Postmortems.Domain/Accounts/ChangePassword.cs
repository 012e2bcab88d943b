using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Accounts;

/// <summary>Somebody chooses a new password, proving the old one. Their other sessions end.</summary>
public sealed class ChangePassword(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>The person with the new stamp, so that the session in which it was asked can go on.</returns>
    public async Task<User> RunAsync(Actor actor, string current, string next, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var user = await db.Users.SingleAsync(u => u.Id == actor.UserId, cancel);

        if (Password.Compare(user.PasswordHash, current) is PasswordMatch.No)
        {
            throw new RuleBrokenException("account/wrong-password", "This is not your current password.");
        }

        user.TakePassword(next);
        db.AuditLog.Add(new AuditEntry(actor.UserId, "account/password-changed", user.Id, user.DisplayName, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        return user;
    }
}
