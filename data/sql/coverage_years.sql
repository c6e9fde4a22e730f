-- One row is a category and a year: municipality-months delivered, and how many of them are still open.
SELECT
    category,
    year,
    CAST(count(*) AS BIGINT) AS delivered,
    CAST(count(CASE WHEN is_open THEN 1 END) AS BIGINT) AS provisional
FROM internal.coverage
WHERE municipality IN (SELECT unnest($municipalities))
GROUP BY category, year
ORDER BY category, year
