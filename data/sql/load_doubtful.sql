-- One row is the pseudonym of a stored incident of the delivery that must be looked at again: outside what the file
-- covers, also in a row that was read one by one, or in use by an incident that this delivery does not replace.
INSERT INTO doubtful
SELECT haendelse_id
FROM incidents
ANTI JOIN covered
    ON covered.municipality = incidents.kommunekode
    AND covered.year = incidents.year
    AND covered.month = incidents.month
    AND covered.category = incidents.kategori
WHERE incidents.delivery = $delivery
UNION ALL
SELECT haendelse_id
FROM incidents
WHERE delivery = $delivery AND haendelse_id IN (SELECT haendelse_id FROM candidates WHERE len(faults) = 0)
UNION ALL
SELECT haendelse_id
FROM incidents
WHERE delivery = $delivery AND haendelse_id IN (SELECT haendelse_id FROM kept)
