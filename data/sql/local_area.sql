-- One row per area that a lokalråd has chosen, in its own order.
SELECT municipality, area FROM published.local_area ORDER BY municipality, CAST(place AS INTEGER)
