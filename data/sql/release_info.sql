-- One row: the facts about the release.
SELECT id, CAST(data_until AS DATE), CAST(extracted AS DATE), demo, published_at
FROM published.info
