-- One row is a candidate whose pseudonym an earlier one without faults has.
UPDATE candidates
SET faults = ['haendelse_id:repeated']
FROM (
    SELECT line, row_number() OVER (PARTITION BY haendelse_id ORDER BY line) AS place
    FROM candidates
    WHERE len(faults) = 0
) AS ranked
WHERE ranked.line = candidates.line AND ranked.place > 1
