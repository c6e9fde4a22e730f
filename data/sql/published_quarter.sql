-- One row is a place and a quarter: Statistics Denmark's reported offences, summed over some codes. The district
-- (kreds) is there when every one of its municipalities is.
WITH areas AS (
    SELECT area AS municipality, year, quarter, CAST(sum(count) AS BIGINT) AS count
    FROM published.straf11
    WHERE code IN (SELECT unnest($codes))
    GROUP BY area, year, quarter
    HAVING count(*) = len($codes)
),
district AS (
    SELECT 'kreds' AS municipality, year, quarter, CAST(sum(count) AS BIGINT) AS count
    FROM areas
    WHERE municipality IN (SELECT unnest($municipalities))
    GROUP BY year, quarter
    HAVING count(*) = len($municipalities)
)
SELECT municipality, year, quarter, count, true AS final
FROM (SELECT * FROM areas UNION ALL SELECT * FROM district) AS places
ORDER BY municipality, year, quarter
