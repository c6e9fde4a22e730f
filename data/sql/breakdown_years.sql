-- One row is a span with any breakdown of some categories: its last year, and how many years it is.
SELECT DISTINCT year, coalesce(years, 1) AS years
FROM published.breakdown
WHERE category IN (SELECT unnest($categories))
ORDER BY year, years
