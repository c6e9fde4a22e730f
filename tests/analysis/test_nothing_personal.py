"""What the product itself says and ships holds nothing that its own scanner takes for personal data."""

import json
from pathlib import Path

import pytest

from analysis.situation import main
from data.catalogue import AREAS
from data.home import PROJECT_REFERENCE
from data.personal.exports import personal_data_in_export
from data.personal.text import personal_kinds

# Borders are numbers of arcs in a row, and nobody's.
NUMBERS_ONLY = {"border_arcs.csv", "border_rings.csv"}


@pytest.fixture(autouse=True)
def _demo(demo_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_HOME", str(demo_home))


def test_what_the_council_is_given_as_a_file(demo_home: Path) -> None:
    (published,) = demo_home.glob("releases/*/published.duckdb")
    assert personal_data_in_export("published.duckdb", published.read_bytes()) == []


@pytest.mark.parametrize("period", ["2025K4", "2020K2", "2025"])
@pytest.mark.parametrize("series", ["udtraek", "dst"])
def test_every_situation_that_a_script_is_given(capsys: pytest.CaptureFixture[str], period: str, series: str) -> None:
    for area in AREAS:
        assert main(["--area", area, "--all", "--period", period, "--series", series, "--json"]) == 0
        told = capsys.readouterr().out
        assert json.loads(told)
        assert personal_data_in_export("situation.json", told.encode()) == []


def test_what_the_project_ships() -> None:
    for path in PROJECT_REFERENCE.iterdir():
        if path.name not in NUMBERS_ONLY:
            assert personal_data_in_export(path.name, path.read_bytes()) == [], path.name


@pytest.mark.parametrize(
    "text",
    ["Det Kriminalpræventive Råd", "Psykiatrisk Center Hillerød", "på Isterødvejen 60 km/t", "40 km/t", "2021-2023",
     "kl. 20.30-22.45", "25.300.000 kr.", "Rudersdal 12", "Gentofte 149 i 2018", "Hans Knudsens Plads",
     "Sankt Hans Aften",
     "Marie Kruses Skole", "Bo trygt-partnerskab", "Per 1.000 indbyggere", "Christian X", "Ring 3",
     "af 10.000 indbyggere",
     "Hovedgaden 3. kvartal", "Lov nr. 420 af 5. maj 2022", "direktiv 2016/2102", "uge 12 2025", "157 201 217 219 223"],
)  # fmt: skip
def test_ordinary_danish_passes(text: str) -> None:
    assert personal_kinds(text) == ()
