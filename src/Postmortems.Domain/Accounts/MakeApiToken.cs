using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Accounts;

/// <summary>Somebody makes a token with which a program acts in their name.</summary>
public sealed class MakeApiToken(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="id">Made with the form, so that sending it twice makes one token.</param>
    /// <returns>The token. It is not kept and cannot be shown again.</returns>
    public async Task<string> RunAsync(Actor actor, Guid id, string name, CancellationToken cancel = default)
    {
        var now = clock.GetUtcNow();
        var token = ApiToken.Prefix + Secret.New();
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.ApiTokens.SingleOrDefaultAsync(t => t.Id == id && t.UserId == actor.UserId, cancel) is { } made)
        {
            made.ShowAgain(Secret.HashOf(token), now);
        }
        else
        {
            db.ApiTokens.Add(new ApiToken(id, actor.UserId, name, Secret.HashOf(token), now));
            db.AuditLog.Add(new AuditEntry(actor.UserId, "api-token/made", id, name.Trim(), now));
        }

        await db.SaveChangesAsync(cancel);
        return token;
    }
}
