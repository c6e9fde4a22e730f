-- One row is a place and a quarter: the sum over some categories (missing when one was not delivered); whether final.
SELECT
    municipality,
    year,
    quarter,
    CASE WHEN count(count) = count(*) THEN CAST(sum(count) AS BIGINT) END AS count,
    min(CASE WHEN state = 'final' THEN 1 ELSE 0 END) = 1 AS final
FROM published.count_quarter
WHERE category IN (SELECT unnest($categories))
GROUP BY municipality, year, quarter
ORDER BY municipality, year, quarter
