-- What was written before search followed along.
SELECT search_refresh_incidents(ARRAY(SELECT id FROM incidents));
SELECT search_refresh_timeline_entries(ARRAY(SELECT id FROM timeline_entries));
SELECT search_refresh_postmortems(ARRAY(SELECT id FROM postmortems));
SELECT search_refresh_causes(ARRAY(SELECT id FROM causes));
SELECT search_refresh_action_items(ARRAY(SELECT id FROM action_items));
SELECT search_refresh_services(ARRAY(SELECT id FROM services));
SELECT search_refresh_patterns(ARRAY(SELECT id FROM patterns));
