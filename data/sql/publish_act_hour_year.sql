-- One row is a municipality, a year of reporting, a category and an hour of the day of the act (missing: it cannot be
-- timed): its cases in billionths. A case counts in each hour by the part of its window that lies there (Ratcliffe
-- 2002). Whole numbers: sums of fractions would depend on the order in which an engine adds them.
WITH acts AS (
    SELECT
        kommunekode AS municipality,
        year,
        kategori AS category,
        act_second AS begins,
        act_second + act_seconds AS ends,
        act_seconds,
        coalesce(act_seconds <= (SELECT max(longest) FROM clock_hour), false) AS timed
    FROM incidents
    WHERE kategori IN (SELECT category FROM timed_category)
),
parts AS (
    SELECT
        municipality,
        year,
        category,
        hour,
        CASE
            WHEN act_seconds = 0 THEN 1000000000
            ELSE CAST(round(1000000000.0 * (
                CASE WHEN ends < to_second THEN ends ELSE to_second END
                - CASE WHEN begins > from_second THEN begins ELSE from_second END
            ) / act_seconds) AS BIGINT)
        END AS billionths
    FROM acts
    JOIN clock_hour ON begins < to_second AND (ends > from_second OR (act_seconds = 0 AND begins = from_second))
    WHERE timed
    UNION ALL
    SELECT municipality, year, category, CAST(NULL AS INTEGER) AS hour, 1000000000 AS billionths
    FROM acts
    WHERE NOT timed
)
SELECT municipality, year, category, hour, CAST(sum(billionths) AS BIGINT) AS billionths
FROM parts
GROUP BY municipality, year, category, hour
