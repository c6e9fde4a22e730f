"""Udforsk: exact counts by place, step and attribute; what was not delivered is missing, never zero."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from analysis.explore import EVERY_PLACE, Asked, attributes_of, explored
from analysis.explore_picture import INTERNAL, explore_notes, explore_picture, explore_table, explore_title
from analysis.explore_spans import Step
from analysis.reasons import ONLY_DISTRICT
from analysis.tables import csv_bytes
from data.incidents import open_incidents
from data.municipalities import UNKNOWN, municipality_codes
from data.publish import publish
from data.release import Release, open_release
from tests.data.small_district import incident, load_district

HERE, THERE = "217", "270"
BURGLARY = "indbrud_beboelse"


def incidents() -> Iterator[dict[str, Any]]:
    """Return burglaries of 2024 and 2025: in Helsingør `month` in each month, in Gribskov one in March 2025."""
    number = 0
    for year in (2024, 2025):
        for month in range(1, 13):
            for step in range(month):
                number += 1
                yield incident(
                    number, BURGLARY, f"{year}-{month:02d}-05", HERE, boligtype="villa" if step % 2 else "etage"
                )
    yield incident(900, BURGLARY, "2025-03-05", THERE, boligtype=None)
    # A complex of two reports is one case.
    for step in range(2):
        yield incident(901 + step, "databedrageri", "2025-02-05", HERE, sag_id="s-1", offer_koen="k")
    # The month in which the extract was made is not over.
    yield incident(999, BURGLARY, "2026-01-05", HERE)


@pytest.fixture(scope="module", name="release")
def _release(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Release]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_HOME", str(tmp_path_factory.mktemp("home")))
        patch.delenv("KREDSBLIK_ROOM", raising=False)
        load_district(incidents(), extracted=dt.date(2026, 1, 12))
        publish()
        yield open_release()


@pytest.fixture(scope="module", name="without_unknown")
def _without_unknown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Release]:
    """Publish an extract of the municipalities alone, and of one district category in two of them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_HOME", str(tmp_path_factory.mktemp("home")))
        patch.delenv("KREDSBLIK_ROOM", raising=False)
        mules = [
            incident(2000 + at, "muldyr", "2025-03-05", place, mistaenkt_alder="18-24")
            for at, place in enumerate((HERE, HERE, THERE))
        ]
        load_district([*incidents(), *mules], extracted=dt.date(2026, 1, 12), places=municipality_codes())
        publish()
        yield open_release()


MONTHLY = Asked(BURGLARY, (HERE, THERE), Step.MONTH, 12)


def test_months_of_several_places_and_their_sum(release: Release) -> None:
    found = explored(release, MONTHLY)
    assert found.columns == ("Helsingør", "Gribskov")
    assert (found.spans[0].name, found.spans[-1].name) == ("januar 2024", "december 2025")
    march = next(at for at, span in enumerate(found.spans) if span.name == "marts 2025")
    assert (found.counts[march], found.totals[march]) == ((3, 1), 4)


def test_an_open_month_is_not_counted(release: Release) -> None:
    assert "januar 2026" not in [span.name for span in explored(release, MONTHLY).spans]


def test_quarters(release: Release) -> None:
    found = explored(release, replace(MONTHLY, step=Step.QUARTER))
    assert found.totals == (6, 15, 24, 33, 7, 15, 24, 33)  # 1+2+3, 4+5+6, …; one more in March 2025


def test_years_to_date_go_as_far_as_the_chosen_period(release: Release) -> None:
    found = explored(release, replace(MONTHLY, step=Step.TO_DATE, until=6))
    assert [span.name for span in found.spans] == ["2024, til og med juni", "2025, til og med juni"]
    assert found.totals == (21, 22)
    assert explored(release, replace(MONTHLY, step=Step.TO_DATE)).totals == (78, 79)


def test_an_attributes_groups_are_columns_by_quarter(release: Release) -> None:
    found = explored(release, replace(MONTHLY, attribute="boligtype"))
    assert found.columns == ("Villa", "Rækkehus", "Etagebolig", "Landejendom", "Uoplyst")
    # January to March: 1, 2 and 3 cases, of which 0, 1 and 1 are the second of two.
    assert found.spans[0].name == "1. kvt. 2024"
    assert found.counts[0] == (2, 0, 4, 0, 0)
    assert found.counts[4] == (2, 0, 4, 0, 1)  # the one in Gribskov has no dwelling type


def test_one_group_alone(release: Release) -> None:
    found = explored(release, replace(MONTHLY, attribute="boligtype", group="villa", step=Step.TO_DATE, until=6))
    assert found.columns == ("Villa",)
    assert found.totals == (0 + 1 + 1 + 2 + 2 + 3,) * 2


def test_what_counts_cases_counts_reports_by_attribute_and_says_so(release: Release) -> None:
    asked = Asked("databedrageri", (HERE,), Step.QUARTER, 12)
    split = replace(asked, attribute="offer_koen")
    assert explored(release, asked).totals[4] == 1
    assert explored(release, split).totals[4] == 2
    assert "Der tælles sager." in explore_notes(asked)
    assert "Der tælles anmeldelser (forhold)." in explore_notes(split)


def test_a_place_that_was_not_delivered_makes_the_sum_unknown(release: Release) -> None:
    found = explored(release, replace(MONTHLY, places=(HERE, "000")))  # a place that no extract has
    assert set(found.totals) == {None}
    assert found.counts[0][0] == 1


def test_nothing_delivered_is_no_period_and_no_figure_of_zeros(release: Release) -> None:
    found = explored(release, replace(MONTHLY, category="narkotikasalg_skole", places=("000",)))
    assert found.spans == ()
    assert explore_title(found).endswith(": ingen tal")


def test_everything_that_leaves_the_page_says_that_it_is_internal(release: Release) -> None:
    found = explored(release, replace(MONTHLY, places=EVERY_PLACE))
    picture = explore_picture(found, "Politiets udtræk")
    assert INTERNAL in picture.alt
    lines = csv_bytes(explore_table(found, "Politiets udtræk")).decode("utf-8-sig").splitlines()
    assert lines[0].startswith("Intern. Indbrud")
    assert "Hele kredsen" in lines[0] and INTERNAL in lines[1]
    assert explore_title(found).endswith("12 i december 2025")


def test_hours_that_are_shared_out_are_no_filter() -> None:
    assert "gerningstid" not in attributes_of(BURGLARY)
    assert "boligtype" in attributes_of(BURGLARY)


@pytest.mark.parametrize("attribute", ["", "boligtype"])
def test_a_missing_998_takes_nothing_away(without_unknown: Release, attribute: str) -> None:
    asked = Asked(BURGLARY, EVERY_PLACE, Step.QUARTER, 12, attribute)
    assert explored(without_unknown, asked).totals == (6, 15, 24, 33, 7, 15, 24, 33)
    assert explored(without_unknown, replace(asked, places=(UNKNOWN,))).spans == ()  # alone it is all there is


@pytest.mark.parametrize("attribute", ["", "mistaenkt_alder"])
def test_what_has_no_number_below_the_district_is_told_of_it_alone(without_unknown: Release, attribute: str) -> None:
    asked = Asked("muldyr", (HERE,), Step.QUARTER, 12, attribute)
    found = explored(without_unknown, asked)
    assert found.totals == (0, 0, 0, 0, 3, 0, 0, 0)  # two in Helsingør, one in Gribskov
    assert explore_title(found).startswith("Muldyrsager, Hele kredsen")
    assert "Helsingør" not in found.columns
    assert ONLY_DISTRICT in explore_notes(asked)


def test_any_place_that_was_delivered_will_do_for_what_has_no_number_below_the_district(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KREDSBLIK_HOME", str(tmp_path))
    load_district([incident(1, "muldyr", "2025-03-05", HERE)], places=(HERE,))
    publish()
    found = explored(open_release(), Asked("muldyr", (THERE,), Step.QUARTER, 12))
    assert found.totals[-4:] == (1, 0, 0, 0)


def test_a_month_that_one_place_has_open_is_not_told_of_the_district(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KREDSBLIK_HOME", str(tmp_path))
    load_district([incident(1, "muldyr", "2025-11-05", HERE)], places=(HERE, THERE))
    with open_incidents(read_only=False) as connection:
        connection.execute("UPDATE coverage SET is_open = true WHERE municipality = ? AND month = '2025-12'", [THERE])
    publish()
    found = explored(open_release(), Asked("muldyr", (), Step.MONTH, 12))
    assert (found.spans[-1].name, found.totals[-1]) == ("november 2025", 1)
