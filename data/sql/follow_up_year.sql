-- One row is a closed year and something that is done after a report, for one place: in how many cases of how many.
SELECT year, CAST(NULL AS INTEGER) AS quarter, follow_up, status, kept, counted, unknown, provisional
FROM published.follow_up_year
WHERE category = $category AND municipality = $municipality
ORDER BY year
