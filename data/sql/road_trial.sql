-- One row is a group of road sections (role: trial or comparison) in a traffic class: pooled, before and after.
SELECT role, traffic_from, sections, km, first_change, last_change, years_before, years_after, accidents_before, accidents_after, squares
FROM published.road_trial
ORDER BY traffic_from, role
