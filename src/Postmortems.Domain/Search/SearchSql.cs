namespace Postmortems.Domain.Search;

/// <summary>The one command behind a page of results.</summary>
internal static class SearchSql
{
    /// <summary>Spelled out wherever it is needed, so that the planner knows the words and can tell rare from common.</summary>
    public const string Query =
        """
        (websearch_to_tsquery('english', @whole) || CASE WHEN @alternative
            THEN websearch_to_tsquery('english', @head) || to_tsquery('english', @prefix)
            ELSE websearch_to_tsquery('english', @head) && to_tsquery('english', @prefix) END)
        """;

    public const string Hits =
        $"""
        SELECT subject_id, part, at, words FROM search_entries
        WHERE words @@ {Query}
            AND (@kind::text IS NULL OR kind = @kind)
            AND (@severity::text IS NULL OR severity = @severity)
            AND (@state::text IS NULL OR state = @state)
            AND (@service::uuid IS NULL OR service_ids @> ARRAY[@service::uuid])
            AND (@from::timestamptz IS NULL OR at >= @from)
            AND (@before::timestamptz IS NULL OR at < @before)
            AND (NOT @newest OR (at, subject_id) < (@key_at, @key_id))
        ORDER BY at DESC, subject_id DESC, part DESC
        LIMIT @most + 1
        """;

    public const string Page =
        $"""
        WITH hits AS MATERIALIZED ({Hits}),
        ranked AS (
            SELECT DISTINCT ON (subject_id) subject_id, part, at,
                CASE WHEN @newest THEN 0 ELSE (1000000 * ts_rank(words, {Query}, 1))::int END AS score
            FROM hits
            ORDER BY subject_id, ts_rank(words, {Query}, 1) DESC, part
        ),
        page AS (
            SELECT * FROM ranked
            WHERE (score, at, subject_id) < (@key_score, @key_at, @key_id)
            ORDER BY score DESC, at DESC, subject_id DESC
            LIMIT @size + 1
        )
        SELECT e.subject_id, e.kind, e.number, e.title, e.body, e.severity, e.state, e.at, page.score,
            ts_headline('english', translate(search_words_of(e.title), @marks, ''), {Query}, 'HighlightAll=true,' || @options) AS title_marked,
            ts_headline('english', translate(search_words_of(e.body), @marks, ''), {Query}, 'MaxFragments=2,MinWords=8,MaxWords=28,ShortWord=0,' || @options) AS body_marked,
            ARRAY(SELECT s.name::text FROM services s WHERE s.id = ANY (e.service_ids) ORDER BY s.name) AS services,
            coalesce(i.number, p.number) AS parent_number, coalesce(i.title, p.title) AS parent_title,
            NOT EXISTS (
                SELECT 1 FROM incidents x
                WHERE x.id = ANY (ARRAY(SELECT about.incident_id FROM postmortem_incident about WHERE about.postmortem_id IN (e.subject_id, p.id)) || e.subject_id || t.incident_id)
                    AND x.listed_at = e.at AND coalesce(x.impact_at, x.detected_at, x.acknowledged_at, x.mitigated_at, x.resolved_at) IS NULL) AS is_told,
            (SELECT count(*) FROM ranked)::int AS found, (SELECT count(*) > @most FROM hits) AS is_capped
        FROM page JOIN search_entries e ON e.subject_id = page.subject_id AND e.part = page.part
            LEFT JOIN timeline_entries t ON e.kind = 'timeline-entry' AND t.id = e.subject_id
            LEFT JOIN incidents i ON i.id = t.incident_id
            LEFT JOIN causes c ON e.kind = 'cause' AND c.id = e.subject_id
            LEFT JOIN action_items a ON e.kind = 'action-item' AND a.id = e.subject_id
            LEFT JOIN postmortems p ON p.id = coalesce(c.postmortem_id, a.postmortem_id)
        ORDER BY page.score DESC, page.at DESC, page.subject_id DESC
        """;

    public const string Exists = $"SELECT EXISTS (SELECT 1 FROM search_entries WHERE words @@ {Query})";

    /// <summary>Nothing is left of a query of words that every text has.</summary>
    public const string IsEmpty = $"SELECT numnode({Query}) = 0";

    /// <summary>Words to guess from: those in the newest titles.</summary>
    public const string Titles = "SELECT title FROM (SELECT title FROM search_entries WHERE part = 0 AND title <> '' ORDER BY at DESC, subject_id DESC, part DESC LIMIT 3000) newest";
}
