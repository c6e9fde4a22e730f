-- One row is a place and a closed year: what became of one promise there, and how long half and nine tenths took.
SELECT
    municipality, year, status, kept, counted, excluded, elsewhere, unknown, other, median_minutes, nine_tenths_minutes
FROM published.share_year
WHERE share = $share
ORDER BY municipality, year
