using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Timeline;

namespace Postmortems.Domain.Patterns.Related;

/// <summary>Which fix steps ended or eased the impact in incidents, and in those of the members of patterns. What ended it comes first.</summary>
internal sealed record StoppedThen(ILookup<Guid, StoppingFix> Incidents, ILookup<int, StoppingFix> Patterns, ILookup<int, string> Names)
{
    /// <param name="own">The incident that asks; what it did itself is no news.</param>
    public static async Task<StoppedThen> OfAsync(PostmortemsDb db, Guid own, List<Guid> incidents, List<int> patterns, CancellationToken cancel)
    {
        // One command: the incidents that are asked for, those of the patterns, and what stopped each of them.
        var rows = await db.Database.SqlQuery<Row>(
            $"""
            WITH asked AS (
                SELECT NULL::int AS pattern, NULL::text AS name, i.id AS incident FROM incidents i WHERE i.id = ANY ({incidents})
                UNION
                SELECT p.number, p.name::text, a.incident_id
                FROM patterns p
                    JOIN pattern_members m ON m.pattern_id = p.id
                    JOIN causes c ON c.id = m.cause_id
                    JOIN postmortem_incident a ON a.postmortem_id = c.postmortem_id
                WHERE p.number = ANY ({patterns}) AND a.incident_id <> {own}
            )
            SELECT q.pattern, q.name, q.incident, f.number, f.text, f.fix_effect AS effect, f.fix_minutes AS minutes
            FROM asked q
                LEFT JOIN (
                    SELECT e.incident_id, i.number, e.text, e.fix_effect, e.fix_minutes, i.listed_at, e."order"
                    FROM timeline_entries e JOIN incidents i ON i.id = e.incident_id AND i.deletion_at IS NULL
                    WHERE e.deletion_at IS NULL AND e.fix_effect IN ('StoppedImpact', 'Partial')
                ) f ON f.incident_id = q.incident
            ORDER BY f.fix_effect DESC, f.listed_at DESC, f."order"
            """).ToListAsync(cancel);
        var members = rows.Where(row => row.Pattern is not null).ToList();

        return new StoppedThen(
            rows.Where(row => row is { Pattern: null, Text: not null }).ToLookup(row => row.Incident, row => row.ToFix()),
            members.Where(row => row.Text is not null).ToLookup(row => row.Pattern!.Value, row => row.ToFix()),
            members.DistinctBy(row => row.Pattern).ToLookup(row => row.Pattern!.Value, row => row.Name!));
    }

    /// <summary>An incident that was asked for, or that a pattern was seen in, with one of its fixes or without any.</summary>
    private sealed record Row(int? Pattern, string? Name, Guid Incident, int? Number, string? Text, string? Effect, int? Minutes)
    {
        public StoppingFix ToFix() => new(Number!.Value, Text!, Enum.Parse<FixEffect>(Effect!), Minutes is 0 ? null : Minutes);
    }
}
