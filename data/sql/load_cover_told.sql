-- One row is a municipality, month and category that the covers file tells.
INSERT INTO covered
SELECT municipality, unnest(CAST($years AS INTEGER[])), unnest(CAST($months AS INTEGER[])), category
FROM (SELECT unnest(CAST($municipalities AS VARCHAR[])) AS municipality) AS places
CROSS JOIN (SELECT unnest(CAST($categories AS VARCHAR[])) AS category) AS categories
