-- One row is a cell of 100 m, a municipality and a day of the act: its incidents reported in one year.
SELECT municipality, cell, day, incidents
FROM internal.act_point
WHERE category = $category AND year = $year
ORDER BY cell, day, municipality
