-- One row is a cell of 1 km where there are dwellings or incidents of some years: both, over all municipalities.
SELECT
    coalesce(dwellings.cell, counts.cell) AS cell,
    coalesce(dwellings.dwellings, 0) AS dwellings,
    coalesce(counts.incidents, 0) AS incidents
FROM (
    SELECT cell, CAST(sum(dwellings) AS BIGINT) AS dwellings FROM internal.cell_dwellings GROUP BY cell
) AS dwellings
FULL JOIN (
    SELECT cell, CAST(sum(incidents) AS BIGINT) AS incidents
    FROM internal.cell_year
    WHERE category = $category AND year BETWEEN $first AND $last AND cell IS NOT NULL
    GROUP BY cell
) AS counts ON counts.cell = dwellings.cell
ORDER BY 1
