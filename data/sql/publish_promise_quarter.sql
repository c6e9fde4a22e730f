-- One row is a municipality, a quarter of reporting and a promise (share) about a category: what became of its cases.
-- Left out (excluded): a visit that the citizen wanted later, a home for which another promise holds because of where
-- the offender was (elsewhere), and a request whose time was not up when the extract was made. What came before the
-- report has a time that is not known: unknown is never kept. A promise of "at once" has no limit to keep.
SELECT
    municipality,
    year,
    quarter,
    category,
    share,
    CAST(sum(CASE WHEN elsewhere OR postponed THEN 1 ELSE 0 END) AS BIGINT) AS excluded,
    CAST(sum(CASE WHEN elsewhere THEN 1 ELSE 0 END) AS BIGINT) AS elsewhere,
    CAST(sum(CASE WHEN NOT (elsewhere OR postponed) AND NOT known THEN 1 ELSE 0 END) AS BIGINT) AS unknown,
    CAST(sum(CASE WHEN NOT (elsewhere OR postponed) AND known THEN 1 ELSE 0 END) AS BIGINT) AS counted,
    CAST(sum(CASE WHEN NOT (elsewhere OR postponed) AND known AND taken <= at_most THEN 1 ELSE 0 END) AS BIGINT) AS kept
FROM (
    SELECT
        municipality,
        year,
        quarter,
        category,
        share,
        at_most,
        taken,
        coalesce(taken >= 0, false) AS known,
        offender = 'gone' AND offender_there AS elsewhere,
        wanted_later OR (measured <> 'visit' AND open_days < at_most) AS postponed
    FROM (
        SELECT
            kommunekode AS municipality,
            year,
            quarter,
            kategori AS category,
            promise.share,
            promise.measured,
            promise.at_most,
            promise.offender,
            coalesce(gerningsmand_til_stede = 'ja', false) AS offender_there,
            coalesce(oensket_senere = 'ja', false) AS wanted_later,
            deliveries.extracted - CAST(anmeldt AS DATE) AS open_days,
            CASE promise.measured
                WHEN 'visit' THEN response_seconds
                WHEN 'reply' THEN reply_days
                ELSE action_days
            END AS taken
        FROM incidents
        JOIN promise ON promise.category = incidents.kategori
        JOIN deliveries ON deliveries.delivery = incidents.delivery
    ) AS timed
    WHERE offender <> 'there' OR offender_there
) AS cases
GROUP BY municipality, year, quarter, category, share
