-- One row is a place and a closed month that was delivered: the category's cases, or incidents where no cases are counted.
-- With $district every place that was delivered is counted as one, kreds, where none of them has the month open.
SELECT
    CASE WHEN $district THEN 'kreds' ELSE covered.municipality END AS place,
    covered.year,
    covered.month,
    CAST(sum(coalesce(counted.cases, counted.incidents, 0)) AS BIGINT) AS count
FROM internal.coverage AS covered
LEFT JOIN internal.count_month AS counted
    ON counted.municipality = covered.municipality
    AND counted.year = covered.year
    AND counted.month = covered.month
    AND counted.category = covered.category
WHERE covered.category = $category
GROUP BY place, covered.year, covered.month
HAVING NOT bool_or(covered.is_open)
ORDER BY place, covered.year, covered.month
