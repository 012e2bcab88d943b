using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.PatternEngine.Recurrence;

namespace Postmortems.Domain.Patterns.Fixes;

/// <summary>The fix steps of a pattern, a draft of a runbook from them, and what its automation reported.</summary>
public sealed class ReadFixes(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
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

        var steps = pattern.IsOfFixes ? await HandSteps.OfAsync(db, [pattern.Id], cancel) : [];
        return new FixesView(steps, pattern.IsOfFixes ? DraftRunbook.Of(pattern.Number, pattern.Name, steps) : "", await RunsAsync(db, pattern, cancel));
    }

    private async Task<RunReport?> RunsAsync(PostmortemsDb db, Pattern pattern, CancellationToken cancel)
    {
        if (pattern.Automation?.ShippedAt is not { } shipped)
        {
            return null;
        }

        var runs = await db.AutomationRuns.Where(run => run.PatternId == pattern.Id && run.RanAt > shipped)
            .GroupBy(run => run.PatternId)
            .Select(all => new { Count = all.Count(), Failed = all.Count(run => run.Outcome == RunOutcome.Failed), Acted = all.Count(run => run.Outcome != RunOutcome.DidNothing), Last = all.Max(run => run.RanAt) })
            .SingleOrDefaultAsync(cancel);
        var seen = (await Occurrences.OfAsync(db, [pattern.Id], cancel))[pattern.Id].ToList();
        var oldest = await Occurrences.OldestIncidentAsync(db, cancel);
        var from = seen.Append(oldest ?? shipped).Min();

        return runs is null
            ? new RunReport(0, 0, null, IsMasked: false)
            : new RunReport(runs.Count, runs.Failed, runs.Last, IsMasked(seen.Count(at => at <= shipped), shipped - from, runs.Acted + seen.Count(at => at > shipped), clock.GetUtcNow() - shipped));
    }

    /// <summary>Fewer runs than this mask nothing.</summary>
    private const int Fewest = 3;

    /// <summary>Its condition comes surely more often than before, though nobody is called: runs that did something and incidents, against the old rate.</summary>
    private static bool IsMasked(int before, TimeSpan timeBefore, int after, TimeSpan timeAfter) =>
        before > 0 && after >= Fewest && timeBefore > TimeSpan.Zero && timeAfter > TimeSpan.Zero && new RateRatio(before, timeBefore.TotalDays, after, timeAfter.TotalDays).Around().Low > 1;
}

/// <param name="Runbook">Markdown; empty for a pattern of causes.</param>
/// <param name="Runs">Null while no automation has shipped.</param>
public sealed record FixesView(IReadOnlyList<HandStepRow> Steps, string Runbook, RunReport? Runs);

/// <param name="IsMasked">The condition comes more often than before it shipped, and only the automation sees it.</param>
public sealed record RunReport(int Count, int Failed, DateTimeOffset? Last, bool IsMasked)
{
    /// <summary>Nothing was ever reported: quiet may mean that all is well, or that it runs every night.</summary>
    public bool IsBlind => Count == 0;
}
