-- One row is a group of one attribute's breakdown in a closed year.
SELECT municipality, year, category, attribute, level, value, count
FROM published.breakdown
WHERE category IN (SELECT unnest($categories)) AND year = $year
ORDER BY category, attribute, municipality, value
