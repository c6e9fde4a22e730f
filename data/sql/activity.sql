-- One row per activity (so many meetings, talks or cases in a period), as it was typed when the release was made.
SELECT * FROM published.activity ORDER BY id
