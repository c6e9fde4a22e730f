-- One row is a municipality, a year of reporting, a category and a loss in kroner (missing: not known): its incidents.
SELECT
    kommunekode AS municipality,
    year,
    kategori AS category,
    tab_kr AS loss,
    CAST(count(*) AS BIGINT) AS incidents
FROM incidents
WHERE kategori IN (SELECT category FROM loss_category)
GROUP BY kommunekode, year, kategori, tab_kr
