-- One row is a delivery that was loaded; in_force tells whether any month still rests on it.
SELECT
    delivery,
    file_name,
    sha256,
    accepted,
    refused,
    extracted,
    loaded_at,
    contract_version,
    demo,
    profile,
    delivery IN (SELECT delivery FROM coverage) AS in_force
FROM deliveries
ORDER BY delivery
