-- One row is a municipality, a quarter of reporting, a category and something that is done after the report (follow_up):
-- in how many cases it was, of how many where that is known, and the date of the oldest extract among them. A charge
-- counts when it came soon enough; that nobody is charged is known.
SELECT
    municipality,
    year,
    quarter,
    category,
    follow_up,
    min(extracted) AS extracted,
    CAST(sum(CASE WHEN answer = 'ja' THEN 1 ELSE 0 END) AS BIGINT) AS kept,
    CAST(sum(CASE WHEN answer IS NULL THEN 0 ELSE 1 END) AS BIGINT) AS counted,
    CAST(sum(CASE WHEN answer IS NULL THEN 1 ELSE 0 END) AS BIGINT) AS unknown
FROM (
    SELECT
        kommunekode AS municipality,
        year,
        quarter,
        kategori AS category,
        follow_up.follow_up,
        deliveries.extracted,
        CASE follow_up.follow_up
            WHEN 'brochure' THEN CAST(brochure AS VARCHAR)
            WHEN 'nabohjaelp' THEN CAST(nabohjaelp AS VARCHAR)
            WHEN 'raadgivning' THEN CAST(raadgivning AS VARCHAR)
            WHEN 'sigtet' THEN CASE WHEN charge_days <= follow_up.within_days THEN 'ja' ELSE 'nej' END
        END AS answer
    FROM incidents
    JOIN follow_up ON follow_up.category = incidents.kategori
    JOIN deliveries ON deliveries.delivery = incidents.delivery
) AS followed
GROUP BY municipality, year, quarter, category, follow_up
