-- One row is a place and a year: persons killed and injured in traffic (missing: not delivered).
SELECT municipality, year, killed, serious, slight, state
FROM published.casualties_year
ORDER BY municipality, year
