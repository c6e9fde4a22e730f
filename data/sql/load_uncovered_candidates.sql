-- One row is a candidate outside what the delivery covers.
UPDATE candidates
SET faults = ['anmeldt:uncovered']
WHERE len(faults) = 0
    AND NOT EXISTS (
        SELECT 1
        FROM covered
        WHERE covered.municipality = candidates.kommunekode
            AND covered.year = year(candidates.anmeldt)
            AND covered.month = month(candidates.anmeldt)
            AND covered.category = candidates.kategori
    )
