using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Accounts;

/// <summary>Somebody forgot their password: an administrator makes a link for them. A link made before stops working.</summary>
public sealed class MakePasswordLink(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>The secret of the link, which is not kept; or null when there is no such person or they are disabled.</returns>
    public async Task<string?> RunAsync(Actor actor, Guid userId, CancellationToken cancel = default)
    {
        actor.MustAdminister();
        var now = clock.GetUtcNow();
        var secret = Secret.New();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        if (await db.Users.SingleOrDefaultAsync(u => u.Id == userId && u.DisabledAt == null, cancel) is not { } user)
        {
            return null;
        }

        await db.PasswordLinks.Where(l => l.UserId == userId || l.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
        db.PasswordLinks.Add(new PasswordLink(Secret.HashOf(secret), user, actor.UserId, now));
        db.AuditLog.Add(new AuditEntry(actor.UserId, "account/password-link-made", user.Id, user.DisplayName, now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return secret;
    }
}
