-- One row is a municipality, a year of reporting, a category and a cell of 1 km (missing: no place given): its incidents.
SELECT
    kommunekode AS municipality,
    year,
    kategori AS category,
    celle_1km AS cell,
    CAST(count(*) AS BIGINT) AS incidents
FROM incidents
WHERE kategori IN (SELECT category FROM mapped_category)
GROUP BY kommunekode, year, kategori, celle_1km
