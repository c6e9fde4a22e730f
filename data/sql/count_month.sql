-- One row is a municipality, a closed month and a category that was delivered: incidents, and cases where counted.
SELECT
    covered.municipality,
    covered.year,
    covered.month,
    covered.category,
    coalesce(counted.incidents, 0) AS incidents,
    coalesce(counted.cases, counted.incidents, 0) AS cases
FROM internal.coverage AS covered
LEFT JOIN internal.count_month AS counted
    ON counted.municipality = covered.municipality
    AND counted.year = covered.year
    AND counted.month = covered.month
    AND counted.category = covered.category
WHERE NOT covered.is_open AND covered.municipality IN (SELECT unnest($municipalities))
ORDER BY covered.category, covered.municipality, covered.year, covered.month
