-- One row is a closed year: whether the number of reports beside the cases is told.
SELECT year, status, CAST(counted AS DATE) AS counted
FROM published.protected_year
WHERE protected_table = 'report_year' AND category = $category
ORDER BY year
