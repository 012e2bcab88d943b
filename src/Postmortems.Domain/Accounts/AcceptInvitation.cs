using Microsoft.EntityFrameworkCore;
using Npgsql;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Accounts;

/// <summary>Somebody follows an invitation's link and makes an account with the role it carries.</summary>
[WithoutActor("The secret in the link is the permission.")]
public sealed class AcceptInvitation(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    public async Task<User> RunAsync(string secret, NewAccount account, CancellationToken cancel = default)
    {
        var hash = Secret.HashOf(secret);
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var invitation = await db.Invitations.SingleOrDefaultAsync(i => i.SecretHash == hash, cancel) ?? throw Invitation.Closed();

        var user = account.ToUser(invitation.Role, now);
        invitation.Accept(user.Id, now);
        db.Users.Add(user);
        db.AuditLog.Add(new AuditEntry(user.Id, "invitation/accepted", invitation.Id, $"{user.DisplayName}, {user.Role}", now));
        await SaveAsync(db, cancel);
        return user;
    }

    private static async Task SaveAsync(PostmortemsDb db, CancellationToken cancel)
    {
        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else used the link, or it was withdrawn, since it was read above.
            throw Invitation.Closed();
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            throw new RuleBrokenException("account/email-taken", "This e-mail address has an account already. Sign in with it, or use another address.");
        }
    }
}
