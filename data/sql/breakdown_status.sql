-- One row is an attribute of a category in a closed year: whether its breakdown is shown, and of which extract's day.
SELECT attribute, status, CAST(counted AS DATE) AS counted
FROM published.protected_year
WHERE protected_table = 'breakdown' AND category = $category AND year = $year
ORDER BY attribute
