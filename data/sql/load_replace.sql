-- One row is an incident of an earlier delivery that this one replaces.
DELETE FROM incidents
USING covered
WHERE covered.municipality = incidents.kommunekode
    AND covered.year = incidents.year
    AND covered.month = incidents.month
    AND covered.category = incidents.kategori
    AND incidents.delivery <> $delivery
