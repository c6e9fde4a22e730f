-- One row is the first cell that this delivery covers and an earlier file of the same command too, and how many there are.
SELECT coverage.delivery, coverage.municipality, coverage.month, coverage.category, count(*) OVER () AS cells
FROM coverage
SEMI JOIN covered
    ON covered.municipality = coverage.municipality
    AND covered.category = coverage.category
    AND printf('%04d-%02d', covered.year, covered.month) = coverage.month
WHERE coverage.delivery IN (SELECT unnest(CAST($earlier AS INTEGER[])))
ORDER BY coverage.month, coverage.municipality, coverage.category
LIMIT 1
