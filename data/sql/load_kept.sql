-- One row is the pseudonym of an incident of another delivery that this one does not replace.
CREATE OR REPLACE TEMP VIEW kept AS
SELECT haendelse_id
FROM incident_rows
ANTI JOIN covered
    ON covered.municipality = incident_rows.kommunekode
    AND covered.year = year(incident_rows.anmeldt)
    AND covered.month = month(incident_rows.anmeldt)
    AND covered.category = incident_rows.kategori
WHERE incident_rows.delivery <> (SELECT delivery FROM this_load)
