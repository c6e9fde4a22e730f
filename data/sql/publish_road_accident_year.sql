-- One row is a road section (missing: on no section) and a year of reporting: its accidents with injury.
SELECT
    vejstraekning AS section,
    year,
    CAST(count(*) AS BIGINT) AS accidents
FROM incidents
WHERE kategori IN (SELECT category FROM casualty_category)
GROUP BY vejstraekning, year
