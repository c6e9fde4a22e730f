"""The register as answers: who sees what, which series an initiative concerns, and what runs when."""

import datetime as dt
import re
from collections.abc import Iterator

import pytest

from analysis.indicator import indicator
from analysis.initiative_tables import chain_table, initiatives_table, partnership_table, quarter_table
from analysis.initiatives import (
    chain_gaps,
    concerns,
    initiatives_of,
    initiatives_per_quarter,
    markers,
    programmes,
    visible_initiatives,
    with_markers,
)
from analysis.marks import labels, notes, remark, shapes
from analysis.question import SeriesName
from data.municipalities import DISTRICT, municipality_codes
from data.periods import Quarter
from data.publish import publish
from data.register.initiative import Status, Visibility
from data.register.initiatives import add_initiative
from data.register.shipped import shipped_initiatives
from data.register.when import parse_when
from tests.analysis.test_series_figure import quarters, series
from tests.data.register.examples import HALSNAES, an_initiative
from tests.data.small_district import incident, load_district

BURGLARY = indicator("indbrud", None, SeriesName.EXTRACT)
ALLEROED, RUDERSDAL = "201", "230"


TYPED = set(map(str, Visibility))


def own() -> set[str]:
    return {entry.content.what for entry in visible_initiatives()} & TYPED


@pytest.fixture
def three(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    for visibility in Visibility:
        add_initiative(an_initiative(str(visibility), visibility=visibility), "AB")
    load_district([incident(1, "indbrud_beboelse", "2025-01-05", HALSNAES)])
    publish()
    monkeypatch.setenv("KREDSBLIK_ROOM", "kredsraad")
    yield


@pytest.mark.usefixtures("three")
def test_the_council_sees_what_was_released_to_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert own() == {"kredsraad"}
    assert len(visible_initiatives()) == 1 + len(shipped_initiatives())
    monkeypatch.setenv("KREDSBLIK_ROOM", "analyse")
    assert own() == {"kredsraad", "kommune", "politi"}


@pytest.mark.parametrize(
    ("theme", "place", "named", "asked", "where", "seen"),
    [
        ("indbrud", HALSNAES, None, ("indbrud", None), HALSNAES, True),
        ("indbrud", HALSNAES, "indbrud_beboelse", ("indbrud", None), HALSNAES, True),
        ("indbrud", HALSNAES, "indbrud", ("indbrud", None), HALSNAES, True),
        ("indbrud", HALSNAES, "indbrud_fritidshus", ("indbrud", None), HALSNAES, False),
        ("indbrud", HALSNAES, "indbrud_fritidshus", ("indbrud", "indbrud_fritidshus"), HALSNAES, True),
        ("indbrud", HALSNAES, None, ("indbrud", "indbrud_fritidshus"), HALSNAES, False),
        ("indbrud", HALSNAES, None, ("faerdsel", None), HALSNAES, False),
        ("indbrud", HALSNAES, None, ("indbrud", None), ALLEROED, False),
        ("indbrud", HALSNAES, None, ("indbrud", None), DISTRICT, False),
        ("indbrud", DISTRICT, None, ("indbrud", None), HALSNAES, True),
        ("indbrud", DISTRICT, None, ("indbrud", None), DISTRICT, True),
    ],
)
def test_which_series_an_initiative_concerns(
    theme: str, place: str, named: str | None, asked: tuple[str, str | None], where: str, seen: bool
) -> None:
    initiative = an_initiative(theme=theme, place=place, indicator=named)
    assert concerns(initiative, where, indicator(*asked, SeriesName.EXTRACT)) is seen


def test_a_marker_stands_on_the_date_in_the_register() -> None:
    add_initiative(an_initiative(end=parse_when("2024K3")), "AB")
    add_initiative(an_initiative("Uden dato", start=None), "AB")
    assert [(mark.first.isoformat(), mark.last.isoformat(), mark.when, mark.text) for mark in _of(HALSNAES)] == [
        ("2021-11-01", "2021-11-30", "november 2021", _GUARANTEE),
        ("2024-03-01", "2024-03-01", "1. marts 2024", "Lys i stierne"),
        ("2024-07-01", "2024-09-30", "3. kvartal 2024", "Lys i stierne slutter"),
    ]
    assert "Bo trygt-partnerskab" in {mark.text for mark in _of(RUDERSDAL)}


_GUARANTEE = "Politigaranti: indbrud i private hjem (med det samme, ellers inden for 24 timer)"


def _of(place: str) -> tuple:
    return markers(place, BURGLARY)


def test_the_figure_and_its_table_refer_to_the_note_of_a_marker() -> None:
    add_initiative(an_initiative(start=parse_when("2025-08-15")), "AB")
    marked = with_markers(series(quarters([5, 6, 7])), HALSNAES, BURGLARY)
    (note,) = notes(marked)
    assert "Lys i stierne" in note and "15. august 2025" in note
    assert [remark(marked, point) for point in marked.points] == ["", "se note 1", ""]
    assert [shape["type"] for shape in shapes(marked)] == ["line"]
    assert [label["text"] for label in labels(marked)] == ["<b>1</b>"]


def test_a_time_is_asked_for() -> None:
    add_initiative(an_initiative("Slut", start=parse_when("2020"), end=parse_when("2021-06")), "AB")
    add_initiative(an_initiative("Senere", start=parse_when("2024-03")), "AB")
    add_initiative(an_initiative("Udateret", start=None), "AB")

    def found(since: str, until: str) -> set[str]:
        entries = initiatives_of(HALSNAES, "indbrud", dt.date.fromisoformat(since), dt.date.fromisoformat(until))
        return {entry.content.what for entry in entries if entry.version}

    assert found("2021-06-30", "2023-12-31") == {"Slut", "Udateret"}
    assert found("2021-07-01", "2024-03-01") == {"Senere", "Udateret"}
    assert found("2021-07-01", "2024-02-29") == {"Udateret"}
    assert {entry.content.place for entry in initiatives_of(HALSNAES)} == {HALSNAES, DISTRICT}


def test_the_count_by_quarter_is_the_registers() -> None:
    add_initiative(an_initiative("A", start=parse_when("2024-02-01"), end=parse_when("2024-05")), "AB")
    add_initiative(an_initiative("B", start=parse_when("2024-06-30")), "AB")
    add_initiative(an_initiative("Udateret", start=None), "AB")
    rows = initiatives_per_quarter(Quarter(2024, 1), Quarter(2024, 3))
    found = [(row.quarter.code, row.begun, row.running) for row in rows if row.place == HALSNAES]
    assert found == [("2024K1", 1, 1), ("2024K2", 1, 2), ("2024K3", 0, 1)]
    assert len(rows) == 3 * (len(municipality_codes()) + 1)


def test_programmes_are_what_several_take_part_in() -> None:
    found = {programme.name: set(programme.members) for programme in programmes()}
    assert found["Nabohjælp"] == {"190", "201"}
    assert len(found["Bo trygt-partnerskab"]) == 6
    assert "Trafiknetværk Nordsjælland" not in found


def test_a_broken_chain_is_flagged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_TODAY", "2026-01-12")
    whole = an_initiative(
        indicator="indbrud",
        expected_effect="20 % færre",
        comparison=("157", "173"),
        chosen_on=dt.date(2024, 1, 1),
    )
    assert chain_gaps(whole) == ()
    bare = an_initiative(owner="", start=None)
    assert chain_gaps(bare) == (
        "ingen ejer", "ingen startdato", "ingen indikator", "ingen forventet effekt", "ingen sammenligningskommuner",
    )  # fmt: skip
    for status, start, end, flagged in (
        (Status.PLANNED, "2026-01-11", None, True),
        (Status.PLANNED, "2026-01-12", None, False),
        (Status.RUNNING, "2024", "2025", True),
        (Status.RUNNING, "2024", "2026-01", False),
        (Status.ENDED, "2024", "2025", False),
    ):
        asked = an_initiative(status=status, start=parse_when(start), end=parse_when(end) if end else None)
        assert any("passeret" in gap for gap in chain_gaps(asked)) is flagged


def test_the_table_shows_every_initiative() -> None:
    table = initiatives_table(visible_initiatives())
    assert len(table.rows) == len(visible_initiatives())
    assert all(len(row) == len(table.columns) for row in table.rows)


def test_the_chain_names_what_is_missing_or_says_that_nothing_is() -> None:
    whole = an_initiative(
        indicator="indbrud", expected_effect="20 %", comparison=("157", "173"), chosen_on=dt.date(2024, 1, 1)
    )
    for one in (whole, an_initiative("Uden ejer", owner="")):
        add_initiative(one, "AB")
    rows = {str(row[1]): row[3] for row in chain_table(initiatives_of(HALSNAES), "x").rows}
    assert rows["Lys i stierne"] == "fuldstændig"
    assert str(rows["Uden ejer"]).startswith("ingen ejer, ")


def test_the_partnerships_are_a_grid_of_all_municipalities() -> None:
    table = partnership_table()
    heads = [column.title for column in table.columns]
    rows = {str(row[0]): dict(zip(heads, row, strict=True)) for row in table.rows}
    assert len(rows) == len(municipality_codes())
    assert rows["Lyngby-Taarbæk"]["Bo trygt-partnerskab"] == "siden 9. juni 2023"
    assert rows["Furesø"]["Bo trygt-partnerskab"] == "ja"  # the source does not say since when
    assert rows["Helsingør"]["Bo trygt-partnerskab"] == ""


def test_what_began_and_ran_in_a_quarter_is_counted() -> None:
    add_initiative(an_initiative(start=parse_when("2024-05-01"), end=parse_when("2024-07-31")), "AB")
    rows = quarter_table(Quarter(2024, 4), HALSNAES).rows
    assert [row[2:] for row in rows if row[0] == "Halsnæs"] == [(0, 0), (1, 1), (0, 1), (0, 0)]
    assert {row[0] for row in rows} == {"Halsnæs", "Hele kredsen"}


def test_the_undated_of_the_shown_places_are_said_and_no_others() -> None:
    def undated() -> int:
        return int(re.findall(r"[(](\d+) uden kendt startdato", quarter_table(Quarter(2024, 4), HALSNAES).title)[0])

    before = undated()
    add_initiative(an_initiative("Her", start=None), "AB")
    add_initiative(an_initiative("Et andet sted", place="217", start=None), "AB")
    assert undated() == before + 1
