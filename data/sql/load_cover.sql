-- One row is a municipality, month and category that the delivery covers; open: not over when the extract was made.
INSERT INTO coverage
SELECT
    municipality,
    printf('%04d-%02d', year, month),
    category,
    $delivery,
    CAST($extracted AS DATE) <= last_day(make_date(year, month, 1))
FROM covered
ORDER BY 1, 2, 3
