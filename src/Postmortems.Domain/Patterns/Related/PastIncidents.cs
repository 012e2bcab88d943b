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

        var ids = await db.Database.SqlQuery<Guid>(
            $"""
            WITH asked AS MATERIALIZED (SELECT string_agg(quote_literal(lexeme), ' | ')::tsquery AS words FROM unnest(to_tsvector('english', {question}))),
            hits AS MATERIALIZED (
                SELECT e.subject_id, e.kind, ts_rank(e.words, asked.words, 1) AS rank
                FROM search_entries e, asked
                WHERE e.words @@ asked.words AND e.part = 0 AND e.kind IN ('incident', 'cause')
                ORDER BY e.at DESC, e.subject_id DESC
                LIMIT 2000
            )
            SELECT coalesce(a.incident_id, h.subject_id) AS "Value"
            FROM hits h
                LEFT JOIN causes c ON h.kind = 'cause' AND c.id = h.subject_id
                LEFT JOIN postmortem_incident a ON a.postmortem_id = c.postmortem_id
            WHERE coalesce(a.incident_id, h.subject_id) <> {own} AND (h.kind = 'incident' OR a.incident_id IS NOT NULL)
            GROUP BY 1 ORDER BY max(h.rank) DESC, 1 LIMIT {Candidates}
            """).ToListAsync(cancel);

        return await (
            from incident in db.Incidents
            where ids.Contains(incident.Id) && incident.Deletion == null
            orderby incident.Number descending
            select new PastIncident(
                incident.Id,
                incident.Number,
                incident.Title,
                incident.Summary,
                incident.ListedAt,
                (from cause in db.Causes
                 where cause.Deletion == null && !told.Postmortems.Contains(cause.PostmortemId)
                    && db.Postmortems.Any(postmortem => postmortem.Id == cause.PostmortemId && postmortem.Deletion == null && postmortem.Incidents.Any(about => about.IncidentId == incident.Id))
                 select new PastCause(
                     cause.Id,
                     cause.Statement,
                     (from member in db.PatternMembers
                      join pattern in db.Patterns on member.PatternId equals pattern.Id
                      where member.CauseId == cause.Id && pattern.FadedAt == null
                      select (int?)pattern.Number).FirstOrDefault())).ToList())).AsSplitQuery().ToListAsync(cancel);
    }
}

internal sealed record PastIncident(Guid Id, int Number, string Title, string Summary, DateTimeOffset ListedAt, List<PastCause> Causes);

/// <param name="Pattern">The number of the pattern that it stands in.</param>
internal sealed record PastCause(Guid Id, string Statement, int? Pattern);
