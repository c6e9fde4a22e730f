-- One row is a place and a closed month that was delivered: the category's cases, or incidents where no cases are counted.
SELECT
    covered.municipality,
    covered.year,
    covered.month,
    coalesce(counted.cases, counted.incidents, 0) AS count
FROM internal.coverage AS covered
LEFT JOIN internal.count_month AS counted
    ON counted.municipality = covered.municipality
    AND counted.year = covered.year
    AND counted.month = covered.month
    AND counted.category = covered.category
WHERE covered.category = $category AND NOT covered.is_open
ORDER BY covered.municipality, covered.year, covered.month
