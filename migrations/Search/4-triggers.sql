-- One call a statement, however many rows it wrote: importing thousands stays fast.
CREATE FUNCTION search_follow_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM search_entries WHERE subject_id IN (SELECT id FROM old_rows);
    RETURN NULL;
END $$;

-- Short texts are simply read again.
DO $do$
DECLARE source text;
BEGIN
    FOREACH source IN ARRAY ARRAY['timeline_entries', 'causes', 'action_items', 'services', 'patterns'] LOOP
        EXECUTE format($f$
            CREATE FUNCTION search_follow_%1$s() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                PERFORM search_refresh_%1$s(ARRAY(SELECT id FROM new_rows));
                RETURN NULL;
            END $$;
            CREATE TRIGGER search_inserted AFTER INSERT ON %1$s REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_follow_%1$s();
            CREATE TRIGGER search_updated AFTER UPDATE ON %1$s REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_follow_%1$s();
            CREATE TRIGGER search_deleted AFTER DELETE ON %1$s REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search_follow_deleted()
            $f$, source);
    END LOOP;
END $do$;

CREATE FUNCTION search_follow_incidents() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changed uuid[];
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM search_refresh_incidents(ARRAY(SELECT id FROM new_rows));
        RETURN NULL;
    END IF;

    changed := ARRAY(SELECT n.id FROM new_rows n JOIN old_rows o ON o.id = n.id
        WHERE (n.title, n.summary, n.number, n.deletion_at) IS DISTINCT FROM (o.title, o.summary, o.number, o.deletion_at));
    IF cardinality(changed) > 0 THEN
        PERFORM search_refresh_incidents(changed);
    END IF;

    -- Entries of a deleted incident leave and come back with it.
    changed := ARRAY(SELECT n.id FROM new_rows n JOIN old_rows o ON o.id = n.id WHERE (n.deletion_at IS NULL) <> (o.deletion_at IS NULL));
    IF cardinality(changed) > 0 THEN
        PERFORM search_refresh_timeline_entries(ARRAY(SELECT id FROM timeline_entries WHERE incident_id = ANY (changed)));
    END IF;

    PERFORM search_refresh_facts_of_incidents(ARRAY(SELECT n.id FROM new_rows n JOIN old_rows o ON o.id = n.id
        WHERE (n.severity, n.listed_at) IS DISTINCT FROM (o.severity, o.listed_at)));
    RETURN NULL;
END $$;

CREATE TRIGGER search_inserted AFTER INSERT ON incidents REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_follow_incidents();
CREATE TRIGGER search_updated AFTER UPDATE ON incidents REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_follow_incidents();
CREATE TRIGGER search_deleted AFTER DELETE ON incidents REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search_follow_deleted();

CREATE FUNCTION search_follow_postmortems() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    changed uuid[];
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM search_refresh_postmortems(ARRAY(SELECT id FROM new_rows));
        RETURN NULL;
    END IF;

    changed := ARRAY(SELECT n.id FROM new_rows n JOIN old_rows o ON o.id = n.id
        WHERE (n.title, n.number, n.deletion_at) IS DISTINCT FROM (o.title, o.number, o.deletion_at));
    IF cardinality(changed) > 0 THEN
        PERFORM search_refresh_postmortems(changed);
    END IF;

    changed := ARRAY(SELECT n.id FROM new_rows n JOIN old_rows o ON o.id = n.id WHERE (n.deletion_at IS NULL) <> (o.deletion_at IS NULL));
    IF cardinality(changed) > 0 THEN
        PERFORM search_refresh_causes(ARRAY(SELECT id FROM causes WHERE postmortem_id = ANY (changed)));
        PERFORM search_refresh_action_items(ARRAY(SELECT id FROM action_items WHERE postmortem_id = ANY (changed)));
    END IF;

    PERFORM search_refresh_facts_of_postmortems(ARRAY(SELECT n.id FROM new_rows n JOIN old_rows o ON o.id = n.id
        WHERE (n.publication_at IS NULL, n.review_at IS NULL) <> (o.publication_at IS NULL, o.review_at IS NULL)));
    RETURN NULL;
END $$;

CREATE TRIGGER search_inserted AFTER INSERT ON postmortems REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_follow_postmortems();
CREATE TRIGGER search_updated AFTER UPDATE ON postmortems REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_follow_postmortems();
CREATE TRIGGER search_deleted AFTER DELETE ON postmortems REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search_follow_deleted();

CREATE FUNCTION search_follow_documents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM search_refresh_postmortems(ARRAY(SELECT postmortem_id FROM new_rows));
    ELSIF TG_OP = 'UPDATE' THEN
        PERFORM search_refresh_postmortems(ARRAY(SELECT n.postmortem_id FROM new_rows n JOIN old_rows o ON o.postmortem_id = n.postmortem_id WHERE n.text <> o.text));
    ELSE
        PERFORM search_refresh_postmortems(ARRAY(SELECT postmortem_id FROM old_rows));
    END IF;
    RETURN NULL;
END $$;

CREATE TRIGGER search_inserted AFTER INSERT ON documents REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_follow_documents();
CREATE TRIGGER search_updated AFTER UPDATE ON documents REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION search_follow_documents();
CREATE TRIGGER search_deleted AFTER DELETE ON documents REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION search_follow_documents();

CREATE FUNCTION search_follow_incident_service() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM search_refresh_facts_of_incidents(ARRAY(SELECT DISTINCT incident_id FROM moved));
    RETURN NULL;
END $$;

CREATE TRIGGER search_inserted AFTER INSERT ON incident_service REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION search_follow_incident_service();
CREATE TRIGGER search_updated AFTER UPDATE ON incident_service REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION search_follow_incident_service();
CREATE TRIGGER search_deleted AFTER DELETE ON incident_service REFERENCING OLD TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION search_follow_incident_service();

CREATE FUNCTION search_follow_postmortem_incident() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM search_refresh_facts_of_postmortems(ARRAY(SELECT DISTINCT postmortem_id FROM moved));
    RETURN NULL;
END $$;

CREATE TRIGGER search_inserted AFTER INSERT ON postmortem_incident REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION search_follow_postmortem_incident();
CREATE TRIGGER search_updated AFTER UPDATE ON postmortem_incident REFERENCING NEW TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION search_follow_postmortem_incident();
CREATE TRIGGER search_deleted AFTER DELETE ON postmortem_incident REFERENCING OLD TABLE AS moved FOR EACH STATEMENT EXECUTE FUNCTION search_follow_postmortem_incident();
