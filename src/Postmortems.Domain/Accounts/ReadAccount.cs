using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Accounts;

/// <summary>One's own account with its API tokens.</summary>
public sealed class ReadAccount(IDbContextFactory<PostmortemsDb> databases)
{
    public async Task<AccountView> RunAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var tokens = await db.ApiTokens
            .Where(t => t.UserId == actor.UserId && t.RevokedAt == null)
            .OrderByDescending(t => t.CreatedAt)
            .Select(t => new ApiTokenRow(t.Id, t.Name, t.CreatedAt, t.UsedAt))
            .ToListAsync(cancel);

        return await db.Users
            .Where(u => u.Id == actor.UserId)
            .Select(u => new AccountView(u.DisplayName, u.Email!, u.Role, u.Zone, u.IsCoached, tokens))
            .SingleAsync(cancel);
    }
}

public sealed record AccountView(string DisplayName, string Email, Role Role, string Zone, bool IsCoached, IReadOnlyList<ApiTokenRow> Tokens);

public sealed record ApiTokenRow(Guid Id, string Name, DateTimeOffset CreatedAt, DateTimeOffset? UsedAt);
