using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Patterns.Fixes;

/// <summary>An automation says that it ran, by the token that was made for it. The token opens nothing else.</summary>
[WithoutActor("The token stands for one automation and for nobody's rights.")]
public sealed class ReportRunByToken(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="runId">Reporting the same one again changes nothing.</param>
    /// <param name="ranAt">Now, when it does not say.</param>
    /// <returns>False when no such token works for this pattern.</returns>
    public async Task<bool> RunAsync(string token, int number, string runId, DateTimeOffset? ranAt, RunOutcome outcome, string note, CancellationToken cancel = default)
    {
        var hash = Secret.HashOf(token);
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var found = await (
            from made in db.AutomationTokens
            join pattern in db.Patterns on made.PatternId equals pattern.Id
            where made.SecretHash == hash && made.RevokedAt == null && pattern.Number == number
            select new { Token = made, IsAutomated = pattern.Automation != null }).SingleOrDefaultAsync(cancel);

        if (found is null)
        {
            return false;
        }

        if (!found.IsAutomated)
        {
            throw new RuleBrokenException("automation-run/no-automation", $"PAT-{number} has no automation any more. Write its plan again, or revoke this token.");
        }

        var run = new AutomationRun(found.Token.PatternId, runId, ranAt ?? now, outcome, note, found.Token.CreatedBy, now);
        found.Token.Use(now);
        await db.SaveChangesAsync(cancel);
        await db.KeepRunAsync(run, cancel);
        return true;
    }
}
