"""Sager and forhold, losses, and what has no municipality: what a page tells beside the number of cases."""

from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest

from analysis.character_groups import character_groups
from analysis.choice import Choice, Compare
from analysis.losses import NOT_TOLD, loss_table
from analysis.reasons import REPORTS_HELD_BACK
from analysis.reports_beside import beside, counts_cases, reports_series, reports_table
from analysis.without_place import cannot_say_of, without_place
from data.catalogue import AREAS
from data.municipalities import DISTRICT, UNKNOWN, municipality_codes
from data.periods import Quarter, Year
from data.publish import publish
from data.release import Release, open_release
from tests.data.small_district import incident, load_district

DIGITAL, BURGLARY = AREAS["digital"], AREAS["indbrud"]
MANY, FEW, LESS = municipality_codes()[:3]
CLOSED = Year(2025)
numbers = count()


def reports(category: str, place: str, number: int, case: str | None = None, **values: Any) -> list[dict[str, Any]]:
    blank = {"sag_id": case, "tab_kr": None, "mistaenkt_alder": None}
    return [
        incident(next(numbers), category, f"2025-{1 + step % 12:02d}-05", place, **(blank | values))
        for step in range(number)
    ]


def district() -> Iterator[dict[str, Any]]:
    """Yield single reports everywhere, a complex of 6 in MANY, and of 3 and 4 in FEW and LESS: those are one rest."""
    for place in municipality_codes():
        yield from reports("databedrageri", place, 20 if place in (MANY, FEW) else 10, tab_kr=1000)
    yield from reports("databedrageri", MANY, 6, "sag-a")
    yield from reports("databedrageri", FEW, 3, "sag-b")
    yield from reports("databedrageri", LESS, 4, "sag-c")
    yield from reports("databedrageri", UNKNOWN, 30)
    yield from reports("kontaktbedrageri", MANY, 10)
    for age in ("15-17", "18-24", "25-39", "40-64"):
        yield from reports("muldyr", MANY, 5, mistaenkt_alder=age)


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Release]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_HOME", str(tmp_path_factory.mktemp("home")))
        patch.delenv("KREDSBLIK_ROOM", raising=False)
        load_district(district())
        publish()
        yield open_release()


def choice(release: Release, place: str, period: Quarter | Year = CLOSED) -> Choice:
    return Choice(release, place, period, Compare.LAST_YEAR)


def test_a_complex_is_one_case_and_its_reports_are_told_where_both_may_be(release: Release) -> None:
    many = beside(release, "databedrageri", MANY, Year(2025))
    assert (many.cases, many.reports) == (20 + 1, 20 + 6)
    few = beside(release, "databedrageri", FEW, Year(2025))
    assert (few.cases, few.reports) == (20 + 1, None)  # two more reports than cases
    single = beside(release, "kontaktbedrageri", MANY, Year(2025))
    assert (single.cases, single.reports) == (10, 10)  # no complex in the whole district


def test_the_district_is_told_where_all_its_parts_are(release: Release) -> None:
    whole = beside(release, "databedrageri", DISTRICT, Year(2025))
    singles = 2 * 20 + (len(municipality_codes()) - 2) * 10 + 30
    assert (whole.cases, whole.reports) == (singles + 3, singles + 6 + 3 + 4)


def test_only_areas_that_count_cases_have_the_switch() -> None:
    assert counts_cases(DIGITAL)
    assert not counts_cases(BURGLARY)


def test_the_series_is_of_years_and_the_table_says_why_a_number_is_missing(release: Release) -> None:
    series = reports_series(DIGITAL, release, MANY, "Et sted")
    assert {type(point.period) for point in series.points} == {Year}
    assert series.points[-1].count == 26 + 10  # the two types without any report count none
    table = reports_table(DIGITAL, choice(release, FEW, Quarter(2025, 2)))
    assert table is not None
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["Databedrageri"] == (21, None, None, REPORTS_HELD_BACK)
    assert reports_series(DIGITAL, release, FEW, "Et sted").points[-1].count is None


def test_losses_are_medians_of_a_closed_year(release: Release) -> None:
    table = loss_table(DIGITAL, choice(release, MANY, Quarter(2025, 3)))
    assert table is not None
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["Databedrageri"][:3] == (1000, 1000, 1000)
    assert rows["Kontaktbedrageri"][-1] == NOT_TOLD
    assert loss_table(BURGLARY, choice(release, MANY)) is None
    assert loss_table(DIGITAL, choice(release, MANY, Year(2024))) is None


def test_what_has_no_municipality_is_said_where_it_is_much(release: Release) -> None:
    cases = 2 * 20 + (len(municipality_codes()) - 2) * 10 + 30 + 3 + 10
    text = without_place(DIGITAL, choice(release, MANY)).replace("\N{NO-BREAK SPACE}", " ")
    assert text.startswith(f"30 af kredsens {cases} sager om økonomisk it-kriminalitet (16 %) i 2025 har ingen kommune")
    assert without_place(BURGLARY, choice(release, MANY)) == ""
    assert "36 %" in cannot_say_of(DIGITAL, choice(release, MANY))


def test_money_mules_are_told_of_the_district_alone_by_age(release: Release) -> None:
    groups = dict(character_groups(DIGITAL, choice(release, MANY)))
    (mules,) = [found for title, found in groups.items() if title.startswith("Muldyrsager")]
    assert mules[0].place == "Hele kredsen"
    assert mules[0].groups is not None
    assert [number for _, number in mules[0].groups] == [5, 5, 5, 5]
