-- One row is the pseudonym of a stored incident of the delivery that must be looked at again: outside what the file
-- covers, also in a row that was read one by one, or in use by an incident that this delivery does not replace.
INSERT INTO doubtful
WITH present AS (
    SELECT DISTINCT kommunekode, year(anmeldt) AS year, month(anmeldt) AS month, kategori
    FROM incident_rows
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
FROM incident_rows
SEMI JOIN outside
    ON outside.kommunekode = incident_rows.kommunekode
    AND outside.year = year(incident_rows.anmeldt)
    AND outside.month = month(incident_rows.anmeldt)
    AND outside.kategori = incident_rows.kategori
WHERE delivery = $delivery
UNION ALL
SELECT haendelse_id
FROM incident_rows
WHERE delivery = $delivery AND haendelse_id IN (SELECT haendelse_id FROM candidates WHERE len(faults) = 0)
UNION ALL
SELECT haendelse_id
FROM incident_rows
WHERE delivery = $delivery AND haendelse_id IN (SELECT haendelse_id FROM kept)
