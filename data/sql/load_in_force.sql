-- One row is a delivery of this file, read in this way, that is still in force everywhere it was.
SELECT delivery, file_name, accepted, refused, extracted, demo, profile
FROM deliveries
WHERE sha256 = $sha256
    AND settings = $settings
    AND cells = (SELECT count(*) FROM coverage WHERE coverage.delivery = deliveries.delivery)
ORDER BY delivery DESC
