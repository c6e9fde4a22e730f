-- One row is a cell of 1 km and a municipality: the dwellings there.
SELECT celle_1km AS cell, kommunekode AS municipality, CAST(sum(boliger) AS BIGINT) AS dwellings
FROM cell_dwellings
GROUP BY celle_1km, kommunekode
