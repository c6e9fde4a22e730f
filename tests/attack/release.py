"""The real publisher at work on a random district; what it leaves is read from `published.duckdb` alone."""

import datetime as dt

import pandas as pd

from data.home import home
from data.incidents import incidents_path, open_incidents
from data.publish import publish
from data.releases import release_folder
from tests.attack.attack import Released
from tests.attack.facts import tables
from tests.attack.microdata import YEARS, District
from tests.data.small_district import EXTRACTED, load_district

NEXT_QUARTER = dt.date(2026, 4, 12)


def released(
    district: District,
    *,
    extracted: dt.date = EXTRACTED,
    dwellings: pd.DataFrame | None = None,
    first_year: int = YEARS[0],
) -> Released:
    """Publish the district as all that is loaded, after what this home has published before; return the tables.

    `dwellings`: celle_1km, kommunekode, boliger.
    """
    home().mkdir(parents=True, exist_ok=True)
    incidents_path().unlink(missing_ok=True)
    load_district(district.loaded(), first_year=first_year, extracted=extracted)
    if dwellings is not None:
        with open_incidents(read_only=False) as connection:
            connection.register("frame", dwellings)
            connection.execute("INSERT INTO cell_dwellings BY NAME SELECT * FROM frame")
    return tables(release_folder(publish().id) / "published.duckdb")
