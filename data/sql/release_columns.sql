-- One row is a column of a table in one schema of one attached database, with its type.
SELECT table_name, column_name, data_type
FROM duckdb_columns()
WHERE database_name = $database AND schema_name = $schema
ORDER BY table_name, column_index
