-- One row is a visit that came later than a guarantee says, in one quarter or in all of a year (quarters).
SELECT incident, municipality, reported, seconds
FROM internal.late_visit
WHERE share = $share AND year = $year AND quarter IN (SELECT unnest($quarters))
ORDER BY reported, incident
