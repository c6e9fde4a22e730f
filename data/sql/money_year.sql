-- One row is a place (municipality, or kreds) and a closed year: what victims of a category lost, in kroner.
SELECT year, median, low, high, count, total
FROM published.money_year
WHERE category = $category AND municipality = $municipality
ORDER BY year
