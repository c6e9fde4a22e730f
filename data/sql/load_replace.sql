-- One row is an incident of an earlier delivery that this one replaces.
DELETE FROM incident_rows
USING covered
WHERE covered.municipality = incident_rows.kommunekode
    AND covered.year = year(incident_rows.anmeldt)
    AND covered.month = month(incident_rows.anmeldt)
    AND covered.category = incident_rows.kategori
    AND incident_rows.delivery <> $delivery
