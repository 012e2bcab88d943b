-- A tsvector holds one megabyte at most. 60,000 characters stay below that in any script and with every word another one.
CREATE FUNCTION search_parts(whole text) RETURNS TABLE (part int, body text) LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    longest CONSTANT int := 60000;
    stretch text;
    rest text := whole;
    cut int;
BEGIN
    part := 0;
    WHILE length(rest) > longest LOOP
        stretch := left(rest, longest);
        -- Between two words, where there is such a place near the end.
        cut := longest - position(' ' IN reverse(translate(right(stretch, 1000), E'\n\t', '  '))) + 1;
        IF cut > longest THEN
            cut := longest;
        END IF;
        body := left(stretch, cut);
        rest := substr(rest, cut + 1);
        RETURN NEXT;
        part := part + 1;
    END LOOP;
    body := rest;
    RETURN NEXT;
END $$;

-- PostgreSQL takes paths, host names and tags for one word each (or none); people search for the words inside. Keeps every position.
CREATE FUNCTION search_words_of(text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT translate($1, './@<>&', '      ')
$$;

CREATE FUNCTION search_vector(title text, body text, weight "char") RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT setweight(to_tsvector('english', search_words_of(title)), 'A') || setweight(to_tsvector('english', search_words_of(body)), weight)
$$;
