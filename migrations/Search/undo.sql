DO $do$
DECLARE made record;
BEGIN
    FOR made IN SELECT oid::regprocedure AS name FROM pg_proc WHERE proname LIKE 'search\_%' AND pronamespace = current_schema()::regnamespace LOOP
        EXECUTE format('DROP FUNCTION IF EXISTS %s CASCADE', made.name);
    END LOOP;
END $do$;

TRUNCATE search_entries;
