using Microsoft.EntityFrameworkCore;
using Postmortems.PatternEngine.Recurrence;

namespace Postmortems.Domain.Patterns.Fixes;

/// <summary>Reads what automations reported since they shipped, by day, and whether anybody expects reports of them.</summary>
internal static class RunsSeen
{
    public static async Task<IReadOnlyDictionary<Guid, ReportedRuns>> OfAsync(PostmortemsDb db, IReadOnlyCollection<Guid> patterns, CancellationToken cancel)
    {
        var expected = await db.Patterns
            .Where(pattern => patterns.Contains(pattern.Id) && pattern.Automation != null && pattern.Automation.ShippedAt != null)
            .Select(pattern => new { pattern.Id, IsToReport = pattern.IsOfFixes || db.AutomationTokens.Any(token => token.PatternId == pattern.Id && token.RevokedAt == null) })
            .ToListAsync(cancel);
        Guid[] ids = [.. patterns];
        var days = await db.Database.SqlQuery<RunDay>(
            $"""
            SELECT r.pattern_id AS "PatternId", (r.ran_at AT TIME ZONE 'UTC')::date AS "Day", (count(*) FILTER (WHERE r.outcome <> 'DidNothing'))::int AS "Acted"
            FROM automation_runs r JOIN patterns p ON p.id = r.pattern_id
            WHERE r.pattern_id = ANY ({ids}) AND r.ran_at > p.automation_shipped_at
            GROUP BY 1, 2
            """).ToListAsync(cancel);
        var byPattern = days.ToLookup(day => day.PatternId);

        return expected.ToDictionary(pattern => pattern.Id, pattern => new ReportedRuns(
            pattern.IsToReport || byPattern[pattern.Id].Any(),
            byPattern[pattern.Id].Any(),
            [.. byPattern[pattern.Id].Where(day => day.Acted > 0).Select(day => (day.Day, day.Acted))]));
    }

    /// <summary>A day on which an automation reported.</summary>
    private sealed record RunDay(Guid PatternId, DateOnly Day, int Acted);
}
