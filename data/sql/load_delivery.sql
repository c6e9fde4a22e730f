-- One row is the delivery that was just loaded.
INSERT INTO deliveries BY NAME
SELECT
    $delivery AS delivery,
    $file_name AS file_name,
    $sha256 AS sha256,
    $settings AS settings,
    $accepted AS accepted,
    $refused AS refused,
    $cells AS cells,
    CAST($extracted AS DATE) AS extracted,
    CAST($loaded_at AS TIMESTAMP) AS loaded_at,
    $contract_version AS contract_version,
    $demo AS demo,
    $profile AS profile
