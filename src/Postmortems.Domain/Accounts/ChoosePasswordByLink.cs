using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Accounts;

/// <summary>Somebody who forgot their password chooses a new one. All their sessions end.</summary>
[WithoutActor("The secret in the link is the permission.")]
public sealed class ChoosePasswordByLink(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    public async Task<User> RunAsync(string secret, string password, CancellationToken cancel = default)
    {
        var hash = Secret.HashOf(secret);
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var link = await db.PasswordLinks.AsNoTracking().SingleOrDefaultAsync(l => l.SecretHash == hash && l.ExpiresAt > now, cancel);
        var user = link is null ? null : await db.Users.SingleOrDefaultAsync(u => u.Id == link.UserId && u.SecurityStamp == link.Stamp && u.DisabledAt == null, cancel);

        // Of two at once only one deletes the link.
        if (user is null || await db.PasswordLinks.Where(l => l.SecretHash == hash).ExecuteDeleteAsync(cancel) == 0)
        {
            throw new RuleBrokenException("account/password-link", "This link has been used or has expired. Ask an administrator for a new one.");
        }

        user.TakePassword(password);
        db.AuditLog.Add(new AuditEntry(user.Id, "account/password-chosen-by-link", user.Id, user.DisplayName, now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return user;
    }
}
