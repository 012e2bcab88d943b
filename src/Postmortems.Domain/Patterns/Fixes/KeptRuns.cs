using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Patterns.Fixes;

/// <summary>Keeps a run that was reported, once.</summary>
internal static class KeptRuns
{
    /// <summary>Two reports of one run may arrive at once; the first one stays.</summary>
    public static Task KeepRunAsync(this PostmortemsDb db, AutomationRun run, CancellationToken cancel) => db.Database.ExecuteSqlAsync(
        $"""
        INSERT INTO automation_runs (id, pattern_id, run_id, ran_at, outcome, note, reported_by, reported_at)
        VALUES ({run.Id}, {run.PatternId}, {run.RunId}, {run.RanAt}, {run.Outcome.ToString()}, {run.Note}, {run.ReportedBy}, {run.ReportedAt})
        ON CONFLICT (pattern_id, run_id) DO NOTHING
        """, cancel);
}
