-- One row is a visit that came later than a guarantee (share) says: the incident's pseudonym, where and when it was
-- reported, and the seconds that the patrol took. For police analysts alone.
SELECT
    promise.share,
    haendelse_id AS incident,
    kommunekode AS municipality,
    year,
    quarter,
    anmeldt AS reported,
    response_seconds AS seconds
FROM incidents
JOIN promise ON promise.category = incidents.kategori
WHERE promise.guarantee
    AND promise.measured = 'visit'
    AND coalesce(oensket_senere <> 'ja', true)
    AND (promise.offender <> 'gone' OR coalesce(gerningsmand_til_stede <> 'ja', true))
    AND (promise.offender <> 'there' OR gerningsmand_til_stede = 'ja')
    AND response_seconds > promise.at_most
