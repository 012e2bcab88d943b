-- What is typed changes a document's row many times a second; only the few times when its text is stored concern search.
DROP TRIGGER search_updated ON documents;

CREATE FUNCTION search_follow_kept_text() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM search_refresh_postmortems(ARRAY[NEW.postmortem_id]);
    RETURN NULL;
END $$;

CREATE TRIGGER search_updated AFTER UPDATE ON documents FOR EACH ROW WHEN (OLD.kept_version <> NEW.kept_version) EXECUTE FUNCTION search_follow_kept_text();
