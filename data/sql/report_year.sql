-- One row is a municipality (or the rest: oevrige) and a closed year: its cases, and the reports that they hold.
SELECT municipality, year, cases, count
FROM published.report_year
WHERE category = $category
ORDER BY year, municipality
