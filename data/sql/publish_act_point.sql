-- One row is a cell of 100 m, a day of the act (days since 1970; the window's end, else its beginning, else the report)
-- and a category, with the municipality and the year of reporting: its incidents. For police analysts alone.
SELECT
    kommunekode AS municipality,
    year,
    kategori AS category,
    celle_100m AS cell,
    act_day AS day,
    CAST(count(*) AS BIGINT) AS incidents
FROM incidents
WHERE kategori IN (SELECT category FROM mapped_category) AND celle_100m IS NOT NULL
GROUP BY kommunekode, year, kategori, celle_100m, act_day
