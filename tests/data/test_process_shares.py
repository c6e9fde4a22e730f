"""How often the police did what they promised: what is told, of how many, and of whom it is not."""

from typing import Any

import pandas as pd
import pytest

from data.catalogue import CATEGORIES
from data.municipalities import DISTRICT, municipality_codes
from data.process_shares import Share, may_have_quantiles, share
from data.publish import publish
from data.releases import release_folder
from tests.attack.facts import tables
from tests.data.small_district import incident, load_district

FIRST, SECOND = municipality_codes()[:2]
GUARANTEED = next(category for category in CATEGORIES.values() if category.visit_within_hours)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((38, 39, 6, 7), Share(38, 39, 6, 7, 13)),
        ((4, 5, 0, 0), Share(4, 5, 0, 0, 0)),
        ((4, 4, 9, 9), None),  # four cases
        ((5, 5, 6, 1), Share(5, 5, None, None, 7)),  # one unknown: told with the excluded as others
        ((5, 5, 4, 0), Share(5, 5, None, None, 4)),
        ((0, 5, 0, 5), Share(0, 5, 0, 5, 5)),
    ],
)
def test_share(numbers: tuple[int, int, int, int], expected: Share | None) -> None:
    assert share(*numbers) == expected


@pytest.mark.parametrize(("counted", "told"), [(19, False), (20, True)])
def test_times_are_told_from_twenty_visits_on(counted: int, told: bool) -> None:
    assert may_have_quantiles(counted) == told


def visits(place: str, start: int, *arrivals: str | None, **values: Any) -> list[dict[str, Any]]:
    """Return burglaries reported at noon on 5 May 2024, visited at these times."""
    return [
        incident(start + step, GUARANTEED.code, "2024-05-05T12:00:00", place, foerste_patrulje=arrival, **values)
        for step, arrival in enumerate(arrivals)
    ]


def published(rows: list[dict[str, Any]]) -> dict[str, pd.DataFrame]:
    load_district(rows)
    return tables(release_folder(publish().id) / "published.duckdb")


def told(table: pd.DataFrame, place: str, **period: int) -> dict[str, Any]:
    at = table["municipality"] == place
    for name, value in period.items():
        at &= table[name] == value
    (row,) = table[at].astype(object).where(table[at].notna(), None).to_dict("records")
    return {str(name): value for name, value in row.items()}


ON_TIME, LATE = "2024-05-06T12:00:00", "2024-05-06T12:00:01"


def test_the_guarantee_is_kept_to_the_second_and_unknown_is_never_kept() -> None:
    rows = [
        *visits(FIRST, 0, *["2024-05-05T13:30:00"] * 3, ON_TIME, LATE),
        *visits(FIRST, 10, *[None] * 4, "2024-05-05T11:00:00"),  # not known, and before the report
        *visits(FIRST, 20, *["2024-05-09T12:00:00"] * 4, oensket_senere="ja"),
        *visits(FIRST, 30, "2024-05-05T12:05:00", gerningsmand_til_stede="ja"),
        *visits(SECOND, 40, ON_TIME, ON_TIME),
    ]
    release = published(rows)
    for name, period in (("share_quarter", {"year": 2024, "quarter": 2}), ("share_year", {"year": 2024})):
        first = told(release[name], FIRST, **period)
        assert (first["status"], first["kept"], first["counted"]) == ("shown", 4, 5)
        assert (first["excluded"], first["unknown"], first["other"]) == (5, 5, 10)
        second = told(release[name], SECOND, **period)
        assert (second["status"], second["kept"], second["other"]) == ("held_back", None, None)
        assert told(release[name], DISTRICT, **period)["counted"] == 5 + 2
    assert told(release["share_year"], FIRST, year=2024)["median_minutes"] is None  # five visits


def test_half_and_nine_tenths_came_within() -> None:
    arrivals = [f"2024-05-05T{12 + minutes // 60:02d}:{minutes % 60:02d}:59" for minutes in range(10, 210, 10)]
    row = told(published(visits(FIRST, 0, *arrivals))["share_year"], FIRST, year=2024)
    # Twenty visits after 10, 20, … 200 whole minutes: the tenth and the eighteenth.
    assert (row["median_minutes"], row["nine_tenths_minutes"]) == (100, 180)


def test_a_quarter_in_which_no_time_was_delivered_says_so() -> None:
    release = published(visits(FIRST, 0, *[None] * 9))
    assert told(release["share_quarter"], FIRST, year=2024, quarter=2)["status"] == "not_delivered"


def test_open_quarters_have_no_share() -> None:
    release = published(visits(FIRST, 0, ON_TIME))
    assert set(release["share_quarter"]["year"]) == {2024, 2025}  # of 2026 one open month was delivered
