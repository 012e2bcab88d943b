using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Patterns.Fixes;

/// <summary>The tokens of an automation that still work, newest first.</summary>
public sealed class ListAutomationTokens(IDbContextFactory<PostmortemsDb> databases)
{
    public async Task<IReadOnlyList<AutomationTokenRow>> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await (
            from token in db.AutomationTokens
            join pattern in db.KnownPatternsOf(actor) on token.PatternId equals pattern.Id
            where pattern.Number == number && token.RevokedAt == null
            orderby token.CreatedAt descending
            select new AutomationTokenRow(token.Id, db.Users.Where(user => user.Id == token.CreatedBy).Select(user => user.DisplayName).First(), token.CreatedAt, token.UsedAt)).ToListAsync(cancel);
    }
}

public sealed record AutomationTokenRow(Guid Id, string By, DateTimeOffset CreatedAt, DateTimeOffset? UsedAt);
