-- One row is a place and a year: the denominator and the day(s) it is of.
SELECT municipality, year, value, date, unit
FROM published.denominator
WHERE kind = $kind
ORDER BY municipality, year
