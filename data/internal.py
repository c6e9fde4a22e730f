"""The tables of `internal.duckdb`: exact counts by month and attribute, for police analysts alone."""

import pandas as pd

from data.cubes import Cubes
from data.published import Tables


def internal_tables(cubes: Cubes, told: pd.DataFrame) -> Tables:
    """Return the internal tables by name.

    count_month         municipality, year, quarter, month, category, incidents, cases (missing: does not count cases)
    attribute_quarter   municipality, year, quarter, category, value, incidents, attribute
    act_hour_year       municipality, year, category, hour of the act (missing: not timed), billionths of cases
    act_point           municipality, year, category, cell (100 m), day of the act (since 1970), incidents
    cell_year           municipality, year, category, cell (1 km; missing: no place given), incidents
    cell_dwellings      cell (1 km), municipality, dwellings
    coverage            municipality, year, month, category, is_open
    delay_year          year, category, days (from act to report), incidents
    late_visit          share, incident (pseudonym), municipality, year, quarter, reported, seconds
    delivery            what was loaded, as data/load.py recorded it
    told                every protected number of a closed year that a release has told, and when
    """
    return {
        "count_month": cubes.count_month,
        "attribute_quarter": cubes.attribute_quarter,
        "act_hour_year": cubes.act_hour_year,
        "act_point": cubes.act_point,
        "cell_year": cubes.cell_year,
        "cell_dwellings": cubes.cell_dwellings,
        "coverage": cubes.coverage,
        "delay_year": cubes.delay_year,
        "late_visit": cubes.late_visit,
        "delivery": cubes.deliveries,
        "told": told,
    }
