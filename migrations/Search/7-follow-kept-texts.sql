-- While people type, every keystroke is a version. Search reads a text again when it is kept whole, after a pause.
CREATE OR REPLACE FUNCTION search_follow_documents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        PERFORM search_refresh_postmortems(ARRAY(SELECT postmortem_id FROM new_rows));
    ELSIF TG_OP = 'UPDATE' THEN
        IF EXISTS (SELECT FROM new_rows n JOIN old_rows o ON o.postmortem_id = n.postmortem_id WHERE n.kept_version <> o.kept_version) THEN
            PERFORM search_refresh_postmortems(ARRAY(SELECT n.postmortem_id FROM new_rows n JOIN old_rows o ON o.postmortem_id = n.postmortem_id WHERE n.kept_version <> o.kept_version));
        END IF;
    ELSE
        PERFORM search_refresh_postmortems(ARRAY(SELECT postmortem_id FROM old_rows));
    END IF;
    RETURN NULL;
END $$;
