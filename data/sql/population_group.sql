-- One row is a group of an attribute, a place and a year: how many inhabitants it has, and of which day(s).
SELECT value, municipality, year, people, date
FROM published.population_group
WHERE attribute = $attribute
ORDER BY value, municipality, year
