-- One row is the table of the speed limit trial, where the release has one.
SELECT table_name
FROM information_schema.tables
WHERE table_catalog = 'published' AND table_name = 'road_trial'
