-- One row is the table of the speed limit trial, where the release has one.
SELECT table_name
FROM information_schema.tables
WHERE table_catalog IN ('published', 'published_file') AND table_name = 'road_trial'
