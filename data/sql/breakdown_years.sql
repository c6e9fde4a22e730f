-- One row is a year with any breakdown of some categories.
SELECT DISTINCT year
FROM published.breakdown
WHERE category IN (SELECT unnest($categories))
ORDER BY year
