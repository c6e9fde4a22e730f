-- One row is a municipality, a month and a category that a delivery in force covers.
SELECT
    municipality,
    CAST(substr(month, 1, 4) AS INTEGER) AS year,
    CAST(substr(month, 6, 2) AS INTEGER) AS month,
    category,
    is_open
FROM coverage
