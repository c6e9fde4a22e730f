-- One row is a municipality, a month of reporting and a category that counts cases: the case complexes whose
-- first report it holds. An incident without a complex is a case of its own.
WITH complexes AS (
    SELECT kategori, sag_id
    FROM incidents
    WHERE sag_id IS NOT NULL AND kategori IN (SELECT category FROM case_category)
    GROUP BY kategori, sag_id
    HAVING count(*) > 1
),
ranked AS (
    SELECT
        incidents.kommunekode,
        incidents.year,
        incidents.quarter,
        incidents.month,
        incidents.kategori,
        row_number() OVER (
            PARTITION BY incidents.kategori, incidents.sag_id
            ORDER BY incidents.anmeldt, incidents.haendelse_id
        ) AS position
    FROM incidents
    JOIN complexes ON complexes.kategori = incidents.kategori AND complexes.sag_id = incidents.sag_id
),
surplus AS (
    SELECT kommunekode, year, quarter, month, kategori, count(*) AS incidents
    FROM ranked
    WHERE position > 1
    GROUP BY kommunekode, year, quarter, month, kategori
)
SELECT
    counted.municipality,
    counted.year,
    counted.quarter,
    counted.month,
    counted.category,
    CAST(counted.incidents - coalesce(surplus.incidents, 0) AS BIGINT) AS cases
FROM count_month AS counted
LEFT JOIN surplus
    ON surplus.kommunekode = counted.municipality
    AND surplus.year = counted.year
    AND surplus.month = counted.month
    AND surplus.kategori = counted.category
WHERE counted.category IN (SELECT category FROM case_category)
