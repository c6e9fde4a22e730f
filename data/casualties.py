"""Persons killed and injured in traffic, by municipality and year: public to the last person (rule P1)."""

import pandas as pd

from data.catalogue import CASUALTY_CATEGORIES
from data.cubes import Cubes
from data.delivered import QUARTERS_IN_YEAR, State, worst_state
from data.municipalities import DISTRICT

PERSONS = ["killed", "serious", "slight"]
JUNE = 6  # a year's accidents are final when the road directorate publishes them, at the end of May after


def casualties_year(cubes: Cubes, states: pd.DataFrame) -> pd.DataFrame:
    """Return `municipality, year, killed, serious, slight, state`; persons are missing where not delivered.

    A year is final when every quarter is delivered and closed and no accident in the district is provisional; where
    the extract gives no status, when it was made in June of the next year or later.
    """
    accidents = states[states["category"].isin(CASUALTY_CATEGORIES)]
    years = worst_state(accidents, ["municipality", "year"], needed=QUARTERS_IN_YEAR * len(CASUALTY_CATEGORIES))
    district = cubes.casualties_year.groupby("year", as_index=False).sum(numeric_only=True)
    found = pd.concat([cubes.casualties_year, district.assign(municipality=DISTRICT)])
    joined = years.merge(found, on=["municipality", "year"], how="left").fillna(dict.fromkeys(PERSONS, 0))
    provisional = joined["year"].isin(_provisional_years(district, pd.Timestamp(cubes.in_force["extracted"].max())))
    joined["state"] = joined["state"].mask(provisional & (joined["state"] == State.FINAL), State.PROVISIONAL.value)
    for persons in PERSONS:
        joined[persons] = joined[persons].astype("Int64").mask(joined["state"] == State.MISSING)
    return joined[["municipality", "year", *PERSONS, "state"]]


def final_district_years(casualties: pd.DataFrame) -> list[int]:
    """Return the years whose casualties are final for the whole district, from the table above."""
    final = casualties[(casualties["municipality"] == DISTRICT) & (casualties["state"] == State.FINAL)]
    return sorted(final["year"].tolist())


def _provisional_years(district: pd.DataFrame, extracted: pd.Timestamp) -> pd.Series:
    """Return the years with an accident that is provisional, or that the extract came too early to call final."""
    last_final = extracted.year - 1 if extracted.month >= JUNE else extracted.year - 2
    unsure = (district["without_status"] > 0) & (district["year"] > last_final)
    return district.loc[(district["provisional"] > 0) | unsure, "year"]
