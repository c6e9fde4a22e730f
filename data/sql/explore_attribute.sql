-- One row is a place, a quarter and a value of an attribute: the category's incidents.
SELECT municipality, year, quarter, value, incidents
FROM internal.attribute_quarter
WHERE category = $category AND attribute = $attribute
ORDER BY municipality, year, quarter, value
