-- One row is a candidate whose pseudonym an incident of another delivery has that this one does not replace.
UPDATE candidates
SET faults = ['haendelse_id:reused']
WHERE len(faults) = 0 AND haendelse_id IN (SELECT haendelse_id FROM kept)
