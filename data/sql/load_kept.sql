-- One row is the pseudonym of an incident of another delivery that this one does not replace.
CREATE OR REPLACE TEMP VIEW kept AS
SELECT haendelse_id
FROM incidents
ANTI JOIN covered
    ON covered.municipality = incidents.kommunekode
    AND covered.year = incidents.year
    AND covered.month = incidents.month
    AND covered.category = incidents.kategori
WHERE incidents.delivery <> (SELECT delivery FROM this_load)
