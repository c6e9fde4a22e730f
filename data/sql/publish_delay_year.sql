-- One row is a year of reporting, a category and a number of days from the act (the end of its window) to the report:
-- the incidents that were reported so much later. An act without a time, or after its own report, is not counted.
SELECT year, category, days, CAST(count(*) AS BIGINT) AS incidents
FROM (SELECT year, kategori AS category, delay_days AS days FROM incidents WHERE delay_days >= 0) AS delays
GROUP BY year, category, days
