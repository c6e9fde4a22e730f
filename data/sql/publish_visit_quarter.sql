-- One row is a municipality, a quarter of reporting and a category with a guarantee: what became of the first visits.
-- A visit that the citizen wanted later, and one to an offender on the spot, are promised otherwise (METHODS, 8). A
-- patrol that came before the report has a time that is not known: unknown is never kept.
SELECT
    municipality,
    year,
    quarter,
    category,
    CAST(sum(excluded) AS BIGINT) AS excluded,
    CAST(sum(CASE WHEN excluded = 0 AND (seconds IS NULL OR seconds < 0) THEN 1 ELSE 0 END) AS BIGINT) AS unknown,
    CAST(sum(CASE WHEN excluded = 0 AND seconds >= 0 THEN 1 ELSE 0 END) AS BIGINT) AS counted,
    CAST(sum(CASE WHEN excluded = 0 AND seconds >= 0 AND seconds <= promised THEN 1 ELSE 0 END) AS BIGINT) AS kept
FROM (
    SELECT
        kommunekode AS municipality,
        year,
        quarter,
        kategori AS category,
        CASE WHEN oensket_senere = 'ja' OR gerningsmand_til_stede = 'ja' THEN 1 ELSE 0 END AS excluded,
        response_seconds AS seconds,
        guarantee.seconds AS promised
    FROM incidents
    JOIN guarantee ON guarantee.category = incidents.kategori
) AS visits
GROUP BY municipality, year, quarter, category
