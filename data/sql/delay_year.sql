-- One row is a category and a number of days from act to report, in one year of reporting; the fewest days first.
SELECT category, days, incidents
FROM internal.delay_year
WHERE year = $year
ORDER BY category, days
