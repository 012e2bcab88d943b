using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Patterns.Fixes;

/// <summary>Somebody takes a token of an automation back; what it reported stays.</summary>
public sealed class RevokeAutomationToken(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such token.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, Guid id, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var token = await db.AutomationTokens.SingleOrDefaultAsync(made => made.Id == id && db.Patterns.Any(pattern => pattern.Id == made.PatternId && pattern.Number == number), cancel);

        if (token is { RevokedAt: null })
        {
            token.Revoke(clock.GetUtcNow());
            db.AuditLog.Add(new AuditEntry(actor.UserId, "automation-token/revoked", token.PatternId, $"PAT-{number}", clock.GetUtcNow()));
            await db.SaveChangesAsync(cancel);
        }

        return token is not null;
    }
}
