-- One row is a municipality, month and category in which the delivery has a row without faults: what it covers itself.
INSERT INTO covered
SELECT DISTINCT kommunekode, year, month, kategori
FROM (
    SELECT kommunekode, year(anmeldt) AS year, month(anmeldt) AS month, kategori
    FROM incident_rows
    WHERE delivery = $delivery
    UNION ALL
    SELECT kommunekode, year(anmeldt) AS year, month(anmeldt) AS month, kategori
    FROM candidates
    WHERE len(faults) = 0
) AS good
