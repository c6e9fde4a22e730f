"""What a load did, told to the analyst: where and why, never what stood there."""

import datetime as dt
from dataclasses import replace

import pytest

from analysis.load_table import WHOLE_ROW, load_lines, refusal_table
from data.coverage import Coverage
from data.load_report import FileReport, LoadReport
from data.refusals import Refusal

COVERAGE = Coverage(13, ("217",), "2016-01", "2026-01", ("indbrud_beboelse",), ("2026-01",))
REFUSALS = (Refusal(7, "anmeldt", "mangler"), Refusal(9, None, "Linjen gentager overskriften"))
FILE = FileReport("udtræk.csv", "incidents", "ab", 12000, 2, REFUSALS, COVERAGE, dt.date(2026, 1, 12), demo=True)


def test_a_file_is_one_line_that_says_it_all() -> None:
    assert load_lines(LoadReport((FILE,))) == (
        "udtræk.csv: 12.000 hændelser indlæst, 2 rækker afvist; dækker januar 2016 til januar 2026; foreløbig: "
        "januar 2026; udtrækkets dato 12.01.2026; demodata: syntetiske hændelser.",
    )


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (replace(FILE, already_loaded=True), "udtræk.csv: allerede indlæst. Intet er ændret."),
        (replace(FILE, same_as="a.csv"), "udtræk.csv: den samme fil som a.csv. Den tæller én gang."),
        (FileReport("vejstraekninger.csv", "road_sections", "ab", 120), "vejstraekninger.csv: 120 rækker."),
    ],
)
def test_what_changes_nothing_or_holds_no_incidents_says_less(file: FileReport, said: str) -> None:
    assert load_lines(LoadReport((file,))) == (said,)


def test_a_look_says_that_nothing_is_stored() -> None:
    line, note = load_lines(LoadReport((replace(FILE, refused=1),), check=True))
    assert line.startswith("udtræk.csv: 12.000 hændelser i orden, 1 række afvist")
    assert note == "Filerne er kun undersøgt. Intet er gemt."


def test_a_refusal_is_file_line_column_and_reason() -> None:
    table = refusal_table(LoadReport((FILE,)))
    assert table.rows == (
        ("udtræk.csv", 7, "anmeldt", "mangler"),
        ("udtræk.csv", 9, WHOLE_ROW, "Linjen gentager overskriften"),
    )
    assert table.title == "Afviste rækker: 2"


def test_of_very_many_refusals_the_first_are_shown_and_all_are_counted() -> None:
    assert (
        refusal_table(LoadReport((replace(FILE, refused=90_000),))).title == "Afviste rækker: 90.000, de første 2 vises"
    )
