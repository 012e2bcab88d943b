using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Accounts;

/// <summary>One of one's own tokens stops working.</summary>
public sealed class RevokeApiToken(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when the actor has no such token.</returns>
    public async Task<bool> RunAsync(Actor actor, Guid id, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var token = await db.ApiTokens.SingleOrDefaultAsync(t => t.Id == id && t.UserId == actor.UserId, cancel);

        if (token is { RevokedAt: null })
        {
            token.Revoke(now);
            db.AuditLog.Add(new AuditEntry(actor.UserId, "api-token/revoked", id, token.Name, now));
            await db.SaveChangesAsync(cancel);
        }

        return token is not null;
    }
}
