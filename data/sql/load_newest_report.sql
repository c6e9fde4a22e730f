-- One row: the newest report that is not after today, among stored incidents of the delivery and candidates.
SELECT max(anmeldt)
FROM (
    SELECT max(anmeldt) AS anmeldt
    FROM incident_rows
    WHERE delivery = $delivery AND anmeldt < CAST($today AS DATE) + 1
    UNION ALL
    SELECT max(anmeldt) AS anmeldt
    FROM candidates
    WHERE anmeldt < CAST($today AS DATE) + 1
) AS reports
