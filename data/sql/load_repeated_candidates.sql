-- One row is a candidate whose pseudonym an earlier one without faults has.
UPDATE candidates
SET faults = ['haendelse_id:repeated']
FROM (
    SELECT haendelse_id, min(line) AS first_line
    FROM candidates
    WHERE len(faults) = 0
    GROUP BY haendelse_id
    HAVING count(*) > 1
) AS repeated
WHERE repeated.haendelse_id = candidates.haendelse_id
    AND candidates.line > repeated.first_line
    AND len(candidates.faults) = 0
