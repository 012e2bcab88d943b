using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Accounts;

/// <summary>Whom an API token acts for.</summary>
[WithoutActor("It finds out who acts.")]
public sealed class RecogniseApiToken(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>Null when there is no such token, it was revoked, or its owner is disabled.</returns>
    public async Task<SignedIn?> RunAsync(string token, CancellationToken cancel = default)
    {
        if (!token.StartsWith(ApiToken.Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var hash = Secret.HashOf(token);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var lately = clock.GetUtcNow().AddHours(-1);
        var found = await db.Users
            .Where(u => u.DisabledAt == null)
            .Join(
                db.ApiTokens.Where(t => t.SecretHash == hash && t.RevokedAt == null),
                user => user.Id,
                made => made.UserId,
                (user, made) => new
                {
                    Owner = new SignedIn(user.Id, user.DisplayName, user.Role, user.Zone, user.SecurityStamp ?? ""),
                    WasUsedLately = made.UsedAt > lately,
                })
            .SingleOrDefaultAsync(cancel);

        if (found is { WasUsedLately: false })
        {
            await db.ApiTokens
                .Where(t => t.SecretHash == hash)
                .ExecuteUpdateAsync(made => made.SetProperty(t => t.UsedAt, clock.GetUtcNow()), cancel);
        }

        return found?.Owner;
    }
}
