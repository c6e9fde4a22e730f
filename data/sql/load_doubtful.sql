-- One row is the pseudonym of a stored incident of the delivery that must be looked at again: outside what the file
-- covers, also in a row that was read one by one, or in use by an incident that this delivery does not replace.
INSERT INTO doubtful
WITH present AS (
    SELECT DISTINCT kommunekode, year, month, kategori
    FROM incidents
    WHERE delivery = $delivery
),

outside AS (
    SELECT kommunekode, year, month, kategori
    FROM present
    ANTI JOIN covered
        ON covered.municipality = present.kommunekode
        AND covered.year = present.year
        AND covered.month = present.month
        AND covered.category = present.kategori
)

SELECT haendelse_id
FROM incidents
SEMI JOIN outside
    ON outside.kommunekode = incidents.kommunekode
    AND outside.year = incidents.year
    AND outside.month = incidents.month
    AND outside.kategori = incidents.kategori
WHERE delivery = $delivery
UNION ALL
SELECT haendelse_id
FROM incidents
WHERE delivery = $delivery AND haendelse_id IN (SELECT haendelse_id FROM candidates WHERE len(faults) = 0)
UNION ALL
SELECT haendelse_id
FROM incidents
WHERE delivery = $delivery AND haendelse_id IN (SELECT haendelse_id FROM kept)
