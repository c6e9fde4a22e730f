-- One row per initiative that everyone in the council may see, as it was typed when the release was made.
SELECT * FROM published.initiative ORDER BY id
