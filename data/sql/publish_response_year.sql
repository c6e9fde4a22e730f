-- One row is a municipality, a year of reporting, a category with a guarantee and a time to the first patrol in whole
-- minutes: the visits that the guarantee is counted on and that took so long.
SELECT municipality, year, category, minutes, CAST(count(*) AS BIGINT) AS visits
FROM (
    SELECT
        kommunekode AS municipality,
        year,
        kategori AS category,
        CAST(floor(response_seconds / 60.0) AS INTEGER) AS minutes
    FROM incidents
    WHERE kategori IN (SELECT category FROM guarantee)
        AND (oensket_senere IS NULL OR oensket_senere <> 'ja')
        AND (gerningsmand_til_stede IS NULL OR gerningsmand_til_stede <> 'ja')
        AND response_seconds >= 0
) AS visits
GROUP BY municipality, year, category, minutes
