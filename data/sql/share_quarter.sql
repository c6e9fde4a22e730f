-- One row is a place and a final quarter: what became of one promise there (missing: may not be told).
SELECT municipality, year, quarter, status, kept, counted, excluded, elsewhere, unknown, other
FROM published.share_quarter
WHERE share = $share
ORDER BY municipality, year, quarter
