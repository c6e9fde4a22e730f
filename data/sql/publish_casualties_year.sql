-- One row is a municipality and a year of reporting: persons killed and injured in the accidents reported.
-- `provisional` counts accidents not yet final; `without_status` those whose status the extract does not give.
SELECT
    kommunekode AS municipality,
    year,
    CAST(coalesce(sum(draebte), 0) AS BIGINT) AS killed,
    CAST(coalesce(sum(alvorligt), 0) AS BIGINT) AS serious,
    CAST(coalesce(sum(let), 0) AS BIGINT) AS slight,
    CAST(count(CASE WHEN status = 'foreloebig' THEN 1 END) AS BIGINT) AS provisional,
    CAST(count(CASE WHEN status IS NULL THEN 1 END) AS BIGINT) AS without_status
FROM incidents
WHERE kategori IN (SELECT category FROM casualty_category)
GROUP BY kommunekode, year
