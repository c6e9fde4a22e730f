-- One row is a place in time where a series changed meaning.
SELECT CAST(first_day AS DATE), CAST(last_day AS DATE), affects, effect, text, source
FROM published.structural_break
ORDER BY first_day
