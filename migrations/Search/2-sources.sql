-- Functions and no views: PostgreSQL would refuse to change a column that a view reads.

-- What the filters ask for, known by the incident and passed on to everything that belongs to it.
CREATE FUNCTION search_incident_facts(ids uuid[]) RETURNS TABLE (id uuid, severity text, at timestamptz, service_ids uuid[]) LANGUAGE sql STABLE AS $$
    SELECT i.id, i.severity::text, i.listed_at, ARRAY(SELECT s.service_id FROM incident_service s WHERE s.incident_id = i.id ORDER BY 1)
    FROM incidents i
    WHERE i.id = ANY (ids)
$$;

-- A postmortem about several incidents has the worst severity, the latest time and the services of all.
CREATE FUNCTION search_postmortem_facts(ids uuid[]) RETURNS TABLE (id uuid, severity text, state text, at timestamptz, service_ids uuid[]) LANGUAGE sql STABLE AS $$
    SELECT p.id,
        (SELECT i.severity::text
            FROM postmortem_incident a JOIN incidents i ON i.id = a.incident_id
            WHERE a.postmortem_id = p.id
            ORDER BY array_position(ARRAY['Sev1', 'Sev2', 'Sev3', 'Sev4', 'NearMiss'], i.severity::text) NULLS LAST LIMIT 1),
        CASE WHEN p.publication_at IS NOT NULL THEN 'Published' WHEN p.review_at IS NOT NULL THEN 'InReview' ELSE 'Draft' END,
        coalesce((SELECT max(i.listed_at) FROM postmortem_incident a JOIN incidents i ON i.id = a.incident_id WHERE a.postmortem_id = p.id), p.created_at),
        ARRAY(SELECT DISTINCT s.service_id
            FROM postmortem_incident a JOIN incident_service s ON s.incident_id = a.incident_id
            WHERE a.postmortem_id = p.id ORDER BY 1)
    FROM postmortems p
    WHERE p.id = ANY (ids)
$$;

CREATE FUNCTION search_source_incidents(ids uuid[]) RETURNS TABLE (subject_id uuid, part int, kind text, number int, title text, body text, severity text, state text, at timestamptz, service_ids uuid[], words tsvector) LANGUAGE sql STABLE AS $$
    SELECT i.id AS subject_id, 0 AS part, 'incident' AS kind, i.number, i.title::text AS title, i.summary::text AS body,
        f.severity, NULL::text AS state, f.at, f.service_ids, search_vector(i.title, i.summary, 'B') AS words
    FROM incidents i CROSS JOIN LATERAL search_incident_facts(ARRAY[i.id]) f
    WHERE i.id = ANY (ids) AND i.deletion_at IS NULL
$$;

CREATE FUNCTION search_source_timeline_entries(ids uuid[]) RETURNS TABLE (subject_id uuid, part int, kind text, number int, title text, body text, severity text, state text, at timestamptz, service_ids uuid[], words tsvector) LANGUAGE sql STABLE AS $$
    SELECT t.id AS subject_id, 0 AS part, 'timeline-entry' AS kind, i.number, ''::text AS title, concat_ws(E'\n', t.text, nullif(t.evidence, '')) AS body,
        f.severity, NULL::text AS state, f.at, f.service_ids, search_vector('', concat_ws(E'\n', t.text, nullif(t.evidence, '')), 'B') AS words
    FROM timeline_entries t JOIN incidents i ON i.id = t.incident_id CROSS JOIN LATERAL search_incident_facts(ARRAY[i.id]) f
    WHERE t.id = ANY (ids) AND t.deletion_at IS NULL AND i.deletion_at IS NULL
$$;

CREATE FUNCTION search_source_postmortems(ids uuid[]) RETURNS TABLE (subject_id uuid, part int, kind text, number int, title text, body text, severity text, state text, at timestamptz, service_ids uuid[], words tsvector) LANGUAGE sql STABLE AS $$
    SELECT p.id AS subject_id, d.part, 'postmortem' AS kind, p.number, p.title::text AS title, d.body,
        f.severity, f.state, f.at, f.service_ids, search_vector(p.title, d.body, 'C') AS words
    FROM postmortems p
        CROSS JOIN LATERAL search_postmortem_facts(ARRAY[p.id]) f
        CROSS JOIN LATERAL search_parts(coalesce((SELECT text FROM documents WHERE postmortem_id = p.id), '')) d
    WHERE p.id = ANY (ids) AND p.deletion_at IS NULL
$$;

CREATE FUNCTION search_source_causes(ids uuid[]) RETURNS TABLE (subject_id uuid, part int, kind text, number int, title text, body text, severity text, state text, at timestamptz, service_ids uuid[], words tsvector) LANGUAGE sql STABLE AS $$
    SELECT c.id AS subject_id, 0 AS part, 'cause' AS kind, p.number, c.statement::text AS title, c.detail::text AS body,
        f.severity, f.state, f.at, f.service_ids, search_vector(c.statement, c.detail, 'B') AS words
    FROM causes c JOIN postmortems p ON p.id = c.postmortem_id CROSS JOIN LATERAL search_postmortem_facts(ARRAY[p.id]) f
    WHERE c.id = ANY (ids) AND c.deletion_at IS NULL AND p.deletion_at IS NULL
$$;

CREATE FUNCTION search_source_action_items(ids uuid[]) RETURNS TABLE (subject_id uuid, part int, kind text, number int, title text, body text, severity text, state text, at timestamptz, service_ids uuid[], words tsvector) LANGUAGE sql STABLE AS $$
    SELECT a.id AS subject_id, 0 AS part, 'action-item' AS kind, a.number, a.title::text AS title, concat_ws(E'\n', nullif(a.done_when, ''), nullif(a.link, ''), a.closure_evidence, a.decline_reason) AS body,
        f.severity,
        CASE WHEN a.decline_at IS NOT NULL THEN 'Declined' WHEN a.verification_at IS NOT NULL THEN 'Verified' WHEN a.closure_at IS NOT NULL THEN 'Done'
            WHEN a.started_at IS NOT NULL THEN 'InProgress' ELSE 'Open' END AS state,
        f.at, f.service_ids, search_vector(a.title, concat_ws(E'\n', nullif(a.done_when, ''), nullif(a.link, ''), a.closure_evidence, a.decline_reason), 'B') AS words
    FROM action_items a JOIN postmortems p ON p.id = a.postmortem_id CROSS JOIN LATERAL search_postmortem_facts(ARRAY[p.id]) f
    WHERE a.id = ANY (ids) AND a.deletion_at IS NULL AND p.deletion_at IS NULL
$$;

CREATE FUNCTION search_source_services(ids uuid[]) RETURNS TABLE (subject_id uuid, part int, kind text, number int, title text, body text, severity text, state text, at timestamptz, service_ids uuid[], words tsvector) LANGUAGE sql STABLE AS $$
    SELECT s.id AS subject_id, 0 AS part, 'service' AS kind, 0 AS number, s.name::text AS title, concat_ws(E'\n', nullif(s.description, ''), nullif(s.owner_team, '')) AS body,
        NULL::text AS severity, NULL::text AS state, now() AS at, ARRAY[s.id] AS service_ids,
        search_vector(s.name, concat_ws(E'\n', nullif(s.description, ''), nullif(s.owner_team, '')), 'B') AS words
    FROM services s
    WHERE s.id = ANY (ids) AND s.deletion_at IS NULL
$$;

CREATE FUNCTION search_source_patterns(ids uuid[]) RETURNS TABLE (subject_id uuid, part int, kind text, number int, title text, body text, severity text, state text, at timestamptz, service_ids uuid[], words tsvector) LANGUAGE sql STABLE AS $$
    SELECT p.id AS subject_id, 0 AS part, 'pattern' AS kind, p.number, p.name::text AS title, concat_ws(E'\n', array_to_string(p.shared_terms, ', '), p.automation_plan, nullif(p.owner_team, '')) AS body,
        NULL::text AS severity, NULL::text AS state, p.created_at AS at, '{}'::uuid[] AS service_ids,
        search_vector(p.name, concat_ws(E'\n', array_to_string(p.shared_terms, ', '), p.automation_plan, nullif(p.owner_team, '')), 'B') AS words
    FROM patterns p
    WHERE p.id = ANY (ids) AND p.faded_at IS NULL
$$;
