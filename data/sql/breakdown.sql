-- One row is a group of one attribute's breakdown of a category in closed years, $years of them up to $year as one.
SELECT municipality, attribute, level, value, count
FROM published.breakdown
WHERE category = $category AND year = $year AND coalesce(years, 1) = $years
ORDER BY attribute, municipality, value
