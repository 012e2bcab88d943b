using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Patterns.Fixes;

/// <summary>The fix steps of a pattern, a draft of a runbook from them, and what its automation reported.</summary>
public sealed class ReadFixes(IDbContextFactory<PostmortemsDb> databases)
{
    /// <returns>Null when there is no such pattern.</returns>
    public async Task<FixesView?> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var pattern = await db.KnownPatternsOf(actor).AsNoTracking().SingleOrDefaultAsync(known => known.Number == number, cancel);

        if (pattern is null)
        {
            return null;
        }

        var steps = pattern.IsOfFixes ? await HandSteps.ShownAsync(db, actor, [pattern.Id], cancel) : [];
        return new FixesView(steps, pattern.IsOfFixes ? DraftRunbook.Of(pattern.Number, pattern.Name, steps) : "", await RunsAsync(db, pattern, cancel));
    }

    private static async Task<RunReport?> RunsAsync(PostmortemsDb db, Pattern pattern, CancellationToken cancel)
    {
        if (pattern.Automation?.ShippedAt is not { } shipped)
        {
            return null;
        }

        var runs = await db.AutomationRuns.Where(run => run.PatternId == pattern.Id && run.RanAt > shipped)
            .GroupBy(run => run.PatternId)
            .Select(all => new { Count = all.Count(), Failed = all.Count(run => run.Outcome == RunOutcome.Failed), Acted = all.Count(run => run.Outcome != RunOutcome.DidNothing), Last = all.Max(run => run.RanAt) })
            .SingleOrDefaultAsync(cancel);

        return runs is null ? new RunReport(0, 0, 0, null) : new RunReport(runs.Count, runs.Failed, runs.Acted, runs.Last);
    }
}

/// <param name="Runbook">Markdown; empty for a pattern of causes.</param>
/// <param name="Runs">Null while no automation has shipped.</param>
public sealed record FixesView(IReadOnlyList<HandStepRow> Steps, string Runbook, RunReport? Runs);

/// <param name="Acted">Runs that did something.</param>
public sealed record RunReport(int Count, int Failed, int Acted, DateTimeOffset? Last)
{
    /// <summary>Nothing was ever reported: quiet may mean that all is well, or that it runs every night.</summary>
    public bool IsBlind => Count == 0;
}
