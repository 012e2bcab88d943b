using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Patterns.Related;

/// <summary>Other incidents that share rare words with what is told; search brings them, the engine weighs them.</summary>
internal static class PastIncidents
{
    private const int Candidates = 80;

    public static async Task<List<PastIncident>> WithWordsOfAsync(PostmortemsDb db, ToldSoFar told, CancellationToken cancel)
    {
        var own = told.Id;
        var question = told.Text;

        Guid[] postmortems = [.. told.Postmortems];

        // One command: the nearest by words, and every cause that was told of them.
        var rows = await db.Database.SqlQuery<Row>(
            $"""
            WITH asked AS MATERIALIZED (SELECT string_agg(quote_literal(lexeme), ' | ')::tsquery AS words FROM unnest(to_tsvector('english', {question}))),
            hits AS MATERIALIZED (
                SELECT e.subject_id, e.kind, ts_rank(e.words, asked.words, 1) AS rank
                FROM search_entries e, asked
                WHERE e.words @@ asked.words AND e.part = 0 AND e.kind IN ('incident', 'cause')
                ORDER BY e.at DESC, e.subject_id DESC
                LIMIT 2000
            ),
            nearest AS MATERIALIZED (
                SELECT coalesce(a.incident_id, h.subject_id) AS id
                FROM hits h
                    LEFT JOIN causes c ON h.kind = 'cause' AND c.id = h.subject_id
                    LEFT JOIN postmortem_incident a ON a.postmortem_id = c.postmortem_id
                WHERE coalesce(a.incident_id, h.subject_id) <> {own} AND (h.kind = 'incident' OR a.incident_id IS NOT NULL)
                GROUP BY 1 ORDER BY max(h.rank) DESC, 1 LIMIT {Candidates}
            )
            SELECT i.id, i.number, i.title::text AS title, i.summary, i.listed_at AS "ListedAt", c.id AS "CauseId", c.statement, p.number AS pattern
            FROM nearest n
                JOIN incidents i ON i.id = n.id AND i.deletion_at IS NULL
                LEFT JOIN (
                    postmortem_incident about
                    JOIN postmortems pm ON pm.id = about.postmortem_id AND pm.deletion_at IS NULL
                    JOIN causes c ON c.postmortem_id = pm.id AND c.deletion_at IS NULL
                ) ON about.incident_id = i.id AND NOT about.postmortem_id = ANY ({postmortems})
                LEFT JOIN pattern_members m ON m.cause_id = c.id
                LEFT JOIN patterns p ON p.id = m.pattern_id AND p.faded_at IS NULL
            ORDER BY i.number DESC, c."order", c.id
            """).ToListAsync(cancel);

        return
        [
            .. rows.GroupBy(row => row.Id).Select(incident => new PastIncident(
                incident.Key, incident.First().Number, incident.First().Title, incident.First().Summary, incident.First().ListedAt,
                [.. incident.Where(row => row.CauseId is not null).Select(row => new PastCause(row.CauseId!.Value, row.Statement!, row.Pattern))])),
        ];
    }

    /// <summary>An incident with one of its causes, or without any.</summary>
    private sealed record Row(Guid Id, int Number, string Title, string Summary, DateTimeOffset ListedAt, Guid? CauseId, string? Statement, int? Pattern);
}

internal sealed record PastIncident(Guid Id, int Number, string Title, string Summary, DateTimeOffset ListedAt, List<PastCause> Causes);

/// <param name="Pattern">The number of the pattern that it stands in.</param>
internal sealed record PastCause(Guid Id, string Statement, int? Pattern);
