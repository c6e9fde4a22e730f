-- One row per table of the published file: a release that an earlier version made may lack some.
SELECT table_name FROM duckdb_tables() WHERE database_name IN ('published', 'published_file')
