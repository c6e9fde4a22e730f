-- One row is a closed year of which a category's losses are told for any place.
SELECT DISTINCT year
FROM published.money_year
WHERE category = $category
ORDER BY year
