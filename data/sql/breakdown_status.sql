-- One row is an attribute of a category in closed years: whether its breakdown is shown, and of which extract's day.
SELECT attribute, status, CAST(counted AS DATE) AS counted
FROM published.protected_year
WHERE protected_table = 'breakdown' AND category = $category AND year = $year AND coalesce(years, 1) = $years
ORDER BY attribute
