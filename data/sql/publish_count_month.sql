-- One row is a municipality (998: unknown), a month of reporting and a category: its incidents.
SELECT
    kommunekode AS municipality,
    year,
    quarter,
    month,
    kategori AS category,
    CAST(count(*) AS BIGINT) AS incidents
FROM incidents
GROUP BY kommunekode, year, quarter, month, kategori
