using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Patterns.Fixes;

/// <summary>An automation says that it ran.</summary>
public sealed class ReportRun(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="runId">Reporting the same one again changes nothing.</param>
    /// <param name="ranAt">Now, when it does not say.</param>
    /// <returns>False when there is no such pattern.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, string runId, DateTimeOffset? ranAt, RunOutcome outcome, string note, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var pattern = await db.KnownPatternsOf(actor).AsNoTracking().SingleOrDefaultAsync(known => known.Number == number, cancel);

        if (pattern is null)
        {
            return false;
        }

        if (pattern.Automation is null)
        {
            throw new RuleBrokenException("automation-run/no-automation", $"PAT-{number} has no automation yet. Write its plan first.");
        }

        await db.KeepRunAsync(new AutomationRun(pattern.Id, runId, ranAt ?? clock.GetUtcNow(), outcome, note, actor.UserId, clock.GetUtcNow()), cancel);
        return true;
    }
}
