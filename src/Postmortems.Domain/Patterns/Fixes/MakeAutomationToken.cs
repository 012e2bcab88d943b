using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Patterns.Fixes;

/// <summary>Somebody makes a token with which the automation of a pattern reports its runs.</summary>
public sealed class MakeAutomationToken(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="id">Made with the form, so that sending it twice makes one token.</param>
    /// <returns>The token, which is not kept and cannot be shown again; null when there is no such pattern.</returns>
    public async Task<string?> RunAsync(Actor actor, int number, Guid id, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var pattern = await db.KnownPatternsOf(actor).AsNoTracking().SingleOrDefaultAsync(known => known.Number == number, cancel);

        if (pattern is null)
        {
            return null;
        }

        if (pattern.Automation is null)
        {
            throw new RuleBrokenException("automation-run/no-automation", $"PAT-{number} has no automation yet. Write its plan first.");
        }

        var now = clock.GetUtcNow();
        var token = AutomationToken.Prefix + Secret.New();

        if (await db.AutomationTokens.SingleOrDefaultAsync(made => made.Id == id && made.PatternId == pattern.Id, cancel) is { } made)
        {
            made.ShowAgain(Secret.HashOf(token), now);
        }
        else
        {
            db.AutomationTokens.Add(new AutomationToken(id, pattern.Id, Secret.HashOf(token), actor.UserId, now));
            db.AuditLog.Add(new AuditEntry(actor.UserId, "automation-token/made", pattern.Id, $"PAT-{number}", now));
        }

        await db.SaveChangesAsync(cancel);
        return token;
    }
}
