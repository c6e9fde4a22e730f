-- One row per share that a survey found, as it was typed when the release was made.
SELECT * FROM published.survey_share ORDER BY id
