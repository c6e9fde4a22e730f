-- One row is a municipality, a year of reporting, a promise (share) of a visit and a time to the first patrol in whole
-- minutes: the visits that the promise is counted on and that took so long.
SELECT municipality, year, category, share, minutes, CAST(count(*) AS BIGINT) AS visits
FROM (
    SELECT
        kommunekode AS municipality,
        year,
        kategori AS category,
        promise.share,
        CAST(floor(response_seconds / 60.0) AS INTEGER) AS minutes
    FROM incidents
    JOIN promise ON promise.category = incidents.kategori
    WHERE promise.measured = 'visit'
        AND coalesce(oensket_senere <> 'ja', true)
        AND (promise.offender <> 'gone' OR coalesce(gerningsmand_til_stede <> 'ja', true))
        AND (promise.offender <> 'there' OR gerningsmand_til_stede = 'ja')
        AND response_seconds >= 0
) AS visits
GROUP BY municipality, year, category, share, minutes
