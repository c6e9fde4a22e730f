-- One row is a group of one attribute's breakdown of a category in a closed year.
SELECT municipality, attribute, level, value, count
FROM published.breakdown
WHERE category = $category AND year = $year
ORDER BY attribute, municipality, value
