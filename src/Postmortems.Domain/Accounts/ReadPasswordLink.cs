using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Accounts;

/// <summary>Whose password a link changes.</summary>
[WithoutActor("The secret in the link is the permission.")]
public sealed class ReadPasswordLink(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>Null when the link never was, was used or does not work any more; which of them is not said.</returns>
    public async Task<PasswordLinkView?> RunAsync(string secret, CancellationToken cancel = default)
    {
        var hash = Secret.HashOf(secret);
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);

        return await db.PasswordLinks
            .Where(l => l.SecretHash == hash && l.ExpiresAt > now)
            .Join(db.Users, link => link.UserId, user => user.Id, (link, user) => new { link.Stamp, User = user })
            .Where(found => found.User.SecurityStamp == found.Stamp && found.User.DisabledAt == null)
            .Select(found => new PasswordLinkView(found.User.DisplayName, found.User.Email!))
            .SingleOrDefaultAsync(cancel);
    }
}

public sealed record PasswordLinkView(string DisplayName, string Email);
