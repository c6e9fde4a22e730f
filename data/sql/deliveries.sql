-- One row is a delivery that was loaded, the newest first.
SELECT delivery, file_name, CAST(extracted AS DATE) AS extracted, loaded_at, accepted, refused, demo
FROM internal.delivery
ORDER BY delivery DESC
