-- Most statements write one row. A plan for exactly one subject is made once and kept, which is three times as fast.
DO $do$
DECLARE
    source text;
    body CONSTANT text := $f$
                WITH wanted AS MATERIALIZED (
                    SELECT * FROM search_source_%1$s(%2$s)
                ), gone AS (
                    DELETE FROM search_entries e
                    WHERE e.subject_id = ANY (%2$s)
                        AND NOT EXISTS (SELECT 1 FROM wanted w WHERE w.subject_id = e.subject_id AND w.part = e.part)
                )
                INSERT INTO search_entries AS e (subject_id, part, kind, number, title, body, severity, state, at, service_ids, words)
                SELECT subject_id, part, kind, number, title, body, severity, state, at, service_ids, words FROM wanted
                ON CONFLICT (subject_id, part) DO UPDATE SET
                    number = excluded.number, title = excluded.title, body = excluded.body, severity = excluded.severity, state = excluded.state,
                    at = excluded.at, service_ids = excluded.service_ids, words = excluded.words
                WHERE (e.number, e.title, e.body, e.severity, e.state, e.at, e.service_ids)
                    IS DISTINCT FROM (excluded.number, excluded.title, excluded.body, excluded.severity, excluded.state, excluded.at, excluded.service_ids);
        $f$;
BEGIN
    FOREACH source IN ARRAY ARRAY['incidents', 'timeline_entries', 'postmortems', 'causes', 'action_items', 'services', 'patterns'] LOOP
        EXECUTE format($f$
            CREATE OR REPLACE FUNCTION search_refresh_%1$s(ids uuid[]) RETURNS void LANGUAGE plpgsql AS $$
            DECLARE
                one CONSTANT uuid := ids[1];
            BEGIN
                IF cardinality(ids) = 1 THEN
                    %2$s
                ELSE
                    %3$s
                END IF;
            END $$
            $f$, source, format(body, source, 'ARRAY[one]'), format(body, source, 'ids'));
    END LOOP;
END $do$;
