-- One row is a municipality, a quarter of reporting, a category and a value of one attribute (attribute_column).
-- `uoplyst` stands for a value that is missing as well.
SELECT
    kommunekode AS municipality,
    year,
    quarter,
    kategori AS category,
    coalesce(CAST(attribute_column AS VARCHAR), 'uoplyst') AS value,
    CAST(count(*) AS BIGINT) AS incidents
FROM incidents
WHERE kategori IN (SELECT category FROM attribute_category)
GROUP BY kommunekode, year, quarter, kategori, coalesce(CAST(attribute_column AS VARCHAR), 'uoplyst')
