-- One row is a year of which the places of a category's acts are known, the newest first.
SELECT DISTINCT year
FROM internal.act_point
WHERE category = $category
ORDER BY year DESC
