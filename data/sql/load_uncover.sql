-- One row is a cell of an earlier delivery that this one covers too.
DELETE FROM coverage
USING covered
WHERE covered.municipality = coverage.municipality
    AND covered.category = coverage.category
    AND printf('%04d-%02d', covered.year, covered.month) = coverage.month
