-- One row is a quarter of reporting and something that is done afterwards, for one place: in how many cases of how many.
SELECT year, quarter, follow_up, status, kept, counted, unknown, provisional
FROM published.follow_up_quarter
WHERE category = $category AND municipality = $municipality
ORDER BY year, quarter
