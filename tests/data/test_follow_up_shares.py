"""Shares of those who were hit that the police followed up on: the query and its naive twin, what may be shown."""

import datetime as dt
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from data.catalogue import CATEGORIES
from data.cubes import cubes
from data.incidents import open_incidents
from data.municipalities import DISTRICT, UNKNOWN, municipality_codes
from data.publish import publish
from data.release import open_release
from tests.data.small_district import incident, load_district

FIRST, SECOND = municipality_codes()[:2]
REPORTED = dt.date(2024, 2, 5)


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_HOME", str(tmp_path))
    monkeypatch.delenv("KREDSBLIK_ROOM", raising=False)


def burglaries(place: str, *each: dict[str, Any], reported: str = str(REPORTED)) -> list[dict[str, Any]]:
    blank = {"brochure": None, "nabohjaelp": None, "raadgivning": None, "sigtet": None}
    return [
        incident(int(place) * 100 + number, "indbrud_beboelse", reported, place, **(blank | values))
        for number, values in enumerate(each)
    ]


def table(name: str) -> pd.DataFrame:
    return open_release().connection.cursor().execute(f"SELECT * FROM published.{name}").df()


def row(follow_up: str, place: str, year: int = 2024, quarter: int = 1) -> Any:
    keys = ["follow_up", "municipality", "year", "quarter"]
    found = table("follow_up_quarter")
    found = found[(found[keys] == [follow_up, place, year, quarter]).all(axis=1)]
    assert len(found) == 1
    return found.iloc[0]


def test_the_query_counts_as_a_loop_does() -> None:
    answers = ["ja", "ja", "nej", None, "ja", "nej"]
    charged = [REPORTED, REPORTED + dt.timedelta(365), REPORTED + dt.timedelta(366), None, None, None]
    rows = burglaries(FIRST, *({"brochure": said, "sigtet": day} for said, day in zip(answers, charged, strict=True)))
    load_district(rows)
    with open_incidents(read_only=True) as connection:
        found = cubes(connection).follow_up_quarter.set_index("follow_up")[["kept", "counted", "unknown"]]
    kept = sum(said == "ja" for said in answers)
    known = sum(said is not None for said in answers)
    assert list(found.loc["brochure"]) == [kept, known, len(answers) - known] == [3, 5, 1]
    # A charge on the 365th day counts, one a day later does not, and that nobody is charged is known.
    assert list(found.loc["sigtet"]) == [2, 6, 0]
    assert list(found.loc["raadgivning"]) == [0, 0, 6]


@pytest.mark.parametrize(("known", "shown"), [(4, False), (5, True)])
def test_a_share_is_shown_from_five_cases_on(known: int, shown: bool) -> None:
    load_district(burglaries(FIRST, *[{"brochure": "ja"}] * known, {}))
    publish()
    found = row("brochure", FIRST)
    assert found["status"] == ("shown" if shown else "held_back")
    assert pd.notna(found["kept"]) == shown
    if shown:
        assert (found["kept"], found["counted"], found["unknown"]) == (known, known, 1)


def test_what_nobody_answered_was_not_delivered() -> None:
    load_district(burglaries(FIRST, *[{"brochure": "nej"}] * 6))
    publish()
    assert row("brochure", FIRST)["kept"] == 0  # six said no
    assert row("nabohjaelp", FIRST)["status"] == "not_delivered"
    # No charge in the whole district in the quarter: nothing says that charges were delivered.
    assert row("sigtet", FIRST)["status"] == "not_delivered"


@pytest.mark.parametrize(("extracted", "provisional"), [(dt.date(2025, 3, 31), True), (dt.date(2025, 4, 1), False)])
def test_a_cohort_is_provisional_until_its_last_day_has_been_followed_for_a_year(
    extracted: dt.date, provisional: bool
) -> None:
    load_district(burglaries(FIRST, *[{"sigtet": REPORTED, "brochure": "ja"}] * 5), extracted=extracted)
    publish()
    assert bool(row("sigtet", FIRST)["provisional"]) is provisional  # 2024K1 ends on 31 March
    assert not row("brochure", FIRST)["provisional"]


def test_a_year_is_the_sum_of_its_quarters_and_the_district_of_its_places() -> None:
    rows = burglaries(FIRST, *[{"brochure": "ja"}] * 3) + burglaries(SECOND, *[{"brochure": "nej"}] * 6)
    later = [values | {"haendelse_id": f"k-{n}"} for n, values in
             enumerate(burglaries(FIRST, *[{"brochure": "ja"}] * 3, reported="2024-08-01"))]  # fmt: skip
    load_district([*rows, *later])
    publish()
    year = table("follow_up_year").query("follow_up == 'brochure' and year == 2024").set_index("municipality")
    assert (year.loc[FIRST, "kept"], year.loc[FIRST, "counted"]) == (6, 6)  # three and three: a quarter shows none
    assert row("brochure", FIRST)["status"] == "held_back"
    assert (year.loc[DISTRICT, "kept"], year.loc[DISTRICT, "counted"]) == (6, 12)
    assert year.loc[UNKNOWN, "status"] == "held_back"


def test_only_categories_of_the_public_grid_are_followed() -> None:
    # Of others the number beside a share, and so the number of cases, would be told.
    assert all(category.quarterly for category in CATEGORIES.values() if category.follow_ups)
