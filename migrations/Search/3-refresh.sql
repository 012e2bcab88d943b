-- search_refresh_incidents(ids) and its like: makes the rows of these subjects what their source says now.
DO $do$
DECLARE source text;
BEGIN
    FOREACH source IN ARRAY ARRAY['incidents', 'timeline_entries', 'postmortems', 'causes', 'action_items', 'services', 'patterns'] LOOP
        EXECUTE format($f$
            CREATE FUNCTION search_refresh_%1$s(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
            BEGIN
                WITH wanted AS MATERIALIZED (
                    SELECT * FROM search_source_%1$s(ids)
                ), gone AS (
                    DELETE FROM search_entries e
                    WHERE e.subject_id = ANY (ids)
                        AND NOT EXISTS (SELECT 1 FROM wanted w WHERE w.subject_id = e.subject_id AND w.part = e.part)
                )
                INSERT INTO search_entries AS e (subject_id, part, kind, number, title, body, severity, state, at, service_ids, words)
                SELECT subject_id, part, kind, number, title, body, severity, state, at, service_ids, words FROM wanted
                ON CONFLICT (subject_id, part) DO UPDATE SET
                    number = excluded.number, title = excluded.title, body = excluded.body, severity = excluded.severity, state = excluded.state,
                    at = excluded.at, service_ids = excluded.service_ids, words = excluded.words
                WHERE (e.number, e.title, e.body, e.severity, e.state, e.at, e.service_ids)
                    IS DISTINCT FROM (excluded.number, excluded.title, excluded.body, excluded.severity, excluded.state, excluded.at, excluded.service_ids);
            END $$
            $f$, source);
    END LOOP;
END $do$;

-- Passes on severity, time and services without reading the texts again.
CREATE FUNCTION search_refresh_facts_of_postmortems(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF cardinality(ids) = 0 THEN
        RETURN;
    END IF;

    WITH facts AS MATERIALIZED (
        SELECT * FROM search_postmortem_facts(ids)
    ), subjects AS (
        SELECT f.id AS subject_id, f.state, f.severity, f.at, f.service_ids FROM facts f
        UNION ALL SELECT c.id, f.state, f.severity, f.at, f.service_ids FROM facts f JOIN causes c ON c.postmortem_id = f.id
        UNION ALL SELECT a.id, NULL, f.severity, f.at, f.service_ids FROM facts f JOIN action_items a ON a.postmortem_id = f.id
    )
    UPDATE search_entries e
    SET severity = s.severity, state = coalesce(s.state, e.state), at = s.at, service_ids = s.service_ids
    FROM subjects s
    WHERE e.subject_id = s.subject_id
        AND (e.severity, e.state, e.at, e.service_ids) IS DISTINCT FROM (s.severity, coalesce(s.state, e.state), s.at, s.service_ids);
END $$;

CREATE FUNCTION search_refresh_facts_of_incidents(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF cardinality(ids) = 0 THEN
        RETURN;
    END IF;

    WITH facts AS MATERIALIZED (
        SELECT * FROM search_incident_facts(ids)
    ), subjects AS (
        SELECT f.id AS subject_id, f.severity, f.at, f.service_ids FROM facts f
        UNION ALL SELECT t.id, f.severity, f.at, f.service_ids FROM facts f JOIN timeline_entries t ON t.incident_id = f.id
    )
    UPDATE search_entries e
    SET severity = s.severity, at = s.at, service_ids = s.service_ids
    FROM subjects s
    WHERE e.subject_id = s.subject_id
        AND (e.severity, e.at, e.service_ids) IS DISTINCT FROM (s.severity, s.at, s.service_ids);

    PERFORM search_refresh_facts_of_postmortems(ARRAY(SELECT DISTINCT postmortem_id FROM postmortem_incident WHERE incident_id = ANY (ids)));
END $$;
