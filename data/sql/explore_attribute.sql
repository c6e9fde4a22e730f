-- One row is a place (with $district all as one, kreds), a quarter and a value of an attribute: the category's incidents.
SELECT
    CASE WHEN $district THEN 'kreds' ELSE municipality END AS place,
    year,
    quarter,
    value,
    CAST(sum(incidents) AS BIGINT) AS incidents
FROM internal.attribute_quarter
WHERE category = $category AND attribute = $attribute
GROUP BY place, year, quarter, value
ORDER BY place, year, quarter, value
