-- One row is a refused row of the delivery, of those that are listed.
INSERT INTO refusals
SELECT $delivery, unnest(CAST($lines AS BIGINT[])), unnest(CAST($columns AS VARCHAR[])), unnest(CAST($reasons AS VARCHAR[]))
