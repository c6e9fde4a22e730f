"""How often the police did what they promised: what is told, of how many, and of whom it is not."""

from typing import Any

import pandas as pd
import pytest

from data.catalogue import CATEGORIES
from data.municipalities import DISTRICT, municipality_codes
from data.process_shares import Share, may_have_quantiles, share
from data.promises import ANSWERED, CARRIED_OUT, DRUGS_AT_SCHOOL, OFFENDER_THERE, VISIT_WITHIN_A_DAY, Promise
from data.publish import publish
from data.releases import release_folder
from tests.attack.facts import tables
from tests.data.small_district import incident, load_district

FIRST, SECOND = municipality_codes()[:2]
GUARANTEED = next(category for category in CATEGORIES.values() if VISIT_WITHIN_A_DAY in category.promises)


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ((38, 39, 6, 0, 7), Share(38, 39, 6, 0, 7, 13)),
        ((4, 5, 0, 0, 0), Share(4, 5, 0, 0, 0, 0)),
        ((4, 4, 9, 0, 9), None),  # four cases
        ((5, 5, 6, 0, 1), Share(5, 5, None, None, None, 7)),  # one unknown: told with the excluded as others
        ((5, 5, 4, 0, 0), Share(5, 5, None, None, None, 4)),
        ((0, 5, 0, 0, 5), Share(0, 5, 0, 0, 5, 5)),
        ((5, 5, 10, 5, 0), Share(5, 5, 10, 5, 0, 10)),
        ((5, 5, 9, 5, 0), Share(5, 5, None, None, None, 9)),  # 9 - 5: four who wanted it later
        ((5, 5, 9, 4, 0), Share(5, 5, None, None, None, 9)),
    ],
)
def test_share(numbers: tuple[int, int, int, int, int], expected: Share | None) -> None:
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


def told(
    table: pd.DataFrame, place: str, promise: Promise = VISIT_WITHIN_A_DAY, *, year: int, quarter: int | None = None
) -> dict[str, Any]:
    at = (table["municipality"] == place) & (table["share"] == promise.code) & (table["year"] == year)
    if quarter is not None:
        at &= table["quarter"] == quarter
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
    for name, quarter in (("share_quarter", 2), ("share_year", None)):
        first = told(release[name], FIRST, year=2024, quarter=quarter)
        assert (first["status"], first["kept"], first["counted"]) == ("shown", 4, 5)
        # Four wanted it later and one offender was there: each is too few to be told apart.
        assert (first["excluded"], first["unknown"], first["other"]) == (None, None, 10)
        second = told(release[name], SECOND, year=2024, quarter=quarter)
        assert (second["status"], second["kept"], second["other"]) == ("held_back", None, None)
        assert told(release[name], DISTRICT, year=2024, quarter=quarter)["counted"] == 5 + 2
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


SPRING, AUTUMN = "2024-03-30T12:00:00", "2024-10-26T12:00:00"  # the day before the clock is moved


@pytest.mark.parametrize(
    ("reported", "arrival", "kept"),
    [
        ("2024-05-05T12:00:00", "2024-05-06T11:59:59", True),  # 23:59:59
        ("2024-05-05T12:00:00", "2024-05-06T12:00:00", True),  # 24:00:00
        ("2024-05-05T12:00:00", "2024-05-06T12:00:01", False),
        (SPRING, "2024-03-31T13:00:00", True),  # the hour from 2 to 3 does not exist
        (SPRING, "2024-03-31T13:00:01", False),
        (AUTUMN, "2024-10-27T11:00:00", True),  # the hour from 2 to 3 comes twice
        (AUTUMN, "2024-10-27T11:00:01", False),
    ],
)
def test_a_day_is_24_hours_by_the_clock_that_nobody_moves(reported: str, arrival: str, kept: bool) -> None:
    rows = [incident(at, GUARANTEED.code, reported, FIRST, foerste_patrulje=arrival) for at in range(5)]
    row = told(published(rows)["share_year"], FIRST, year=2024)
    assert (row["kept"], row["counted"]) == (5 if kept else 0, 5)


def test_an_offender_on_the_spot_is_promised_a_visit_at_once_which_is_no_number() -> None:
    rows = [
        *visits(FIRST, 0, *["2024-05-05T12:10:59"] * 20, gerningsmand_til_stede="ja"),
        *visits(FIRST, 30, *[ON_TIME] * 5, gerningsmand_til_stede="nej"),
    ]
    table = published(rows)["share_year"]
    row = told(table, FIRST, OFFENDER_THERE, year=2024)
    assert (row["status"], row["kept"], row["counted"], row["other"]) == ("shown", None, 20, 0)
    assert (row["median_minutes"], row["nine_tenths_minutes"]) == (10, 10)
    assert told(table, FIRST, year=2024)["elsewhere"] == 20


def test_drugs_at_schools_are_told_for_years_and_where_their_number_is() -> None:
    code = next(category.code for category in CATEGORIES.values() if DRUGS_AT_SCHOOL in category.promises)
    minutes = "2024-05-05T12:07:00"
    rows = [
        incident(at, code, "2024-05-05T12:00:00", place, foerste_patrulje=minutes)
        for at, place in enumerate([FIRST] * 7 + [SECOND] * 4 + [municipality_codes()[2]] * 5)
    ]
    release = published(rows)
    assert DRUGS_AT_SCHOOL.code not in set(release["share_quarter"]["share"])
    of_schools = release["share_year"][release["share_year"]["share"] == DRUGS_AT_SCHOOL.code]
    # Four are too few, and with the five that hide them nobody else stands in the rest.
    assert set(of_schools.loc[of_schools["year"] == 2024, "municipality"]) == {FIRST, DISTRICT}


def requests(start: int, number: int, reported: str, **dates: str | None) -> list[dict[str, Any]]:
    code = next(category.code for category in CATEGORIES.values() if ANSWERED in category.promises)
    return [incident(start + at, code, reported, FIRST, **dates) for at in range(number)]


def test_a_request_is_answered_in_14_days_and_carried_out_in_30() -> None:
    rows = [
        *requests(0, 6, "2024-05-05T23:59:00", besvaret="2024-05-19", udfoert="2024-06-04"),  # 14 and 30 days
        *requests(10, 5, "2024-05-05T00:01:00", besvaret="2024-05-20", udfoert="2024-06-05"),  # 15 and 31
        *requests(20, 7, "2024-05-05T12:00:00"),  # never
    ]
    release = published(rows)["share_quarter"]
    for promise in (ANSWERED, CARRIED_OUT):
        row = told(release, FIRST, promise, year=2024, quarter=2)
        assert (row["kept"], row["counted"], row["excluded"], row["unknown"]) == (6, 11, 0, 7)


def test_a_request_whose_time_is_not_up_is_left_out_whether_it_was_answered_or_not() -> None:
    # The extract is of 12 January 2026: 14 days before is 29 December.
    rows = [
        *requests(0, 5, "2025-12-29T12:00:00", besvaret="2026-01-12"),
        *requests(10, 5, "2025-12-30T12:00:00", besvaret="2025-12-31"),
        *requests(20, 5, "2025-12-30T12:00:00"),
    ]
    row = told(published(rows)["share_quarter"], FIRST, ANSWERED, year=2025, quarter=4)
    assert (row["kept"], row["counted"], row["excluded"], row["unknown"]) == (5, 5, 10, 0)


def test_the_list_of_late_visits_is_the_analysts_alone() -> None:
    load_district([*visits(FIRST, 0, ON_TIME, LATE), *visits(FIRST, 10, LATE, oensket_senere="ja")])
    folder = release_folder(publish().id)
    (late,) = tables(folder / "internal.duckdb")["late_visit"].to_dict("records")
    assert (late["incident"], late["seconds"]) == ("h-1", 24 * 3600 + 1)
    assert "late_visit" not in tables(folder / "published.duckdb")
