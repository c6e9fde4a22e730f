-- One row: how many cells the delivery is in force in, and their bounds.
SELECT
    count(*),
    list(DISTINCT municipality ORDER BY municipality),
    min(month),
    max(month),
    list(DISTINCT category ORDER BY category),
    list(DISTINCT month ORDER BY month) FILTER (WHERE is_open)
FROM coverage
WHERE delivery = $delivery
