-- One row is a municipality (or the rest: oevrige) and a closed year: a count outside the quarterly grid.
SELECT municipality, year, count
FROM published.count_year
WHERE category = $category
ORDER BY municipality, year
