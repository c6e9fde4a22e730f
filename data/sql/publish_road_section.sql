-- One row is a road section: its municipality, km, vehicles a day, and the day from which its limit was lowered (missing: never).
SELECT
    id AS section,
    kommunekode AS municipality,
    laengde_km AS km,
    adt,
    CASE WHEN hastighed_efter < hastighed_foer THEN fra END AS lowered_from,
    CASE WHEN hastighed_efter < hastighed_foer THEN til END AS lowered_until
FROM road_sections
WHERE laengde_km > 0
