"""A wholly new area is one place in the catalogue: everything that shows areas has it, without being told."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("new-area")
    environment = {**os.environ, "KREDSBLIK_HOME": str(folder / "home"), "KREDSBLIK_TODAY": "2026-01-12"}
    command = [sys.executable, "-m", "tests.pages.new_area", str(folder)]
    told = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)
    assert told.returncode == 0, told.stderr
    answer: dict[str, Any] = json.loads(told.stdout.splitlines()[-1])
    return answer


def test_an_extract_with_its_category_is_loaded(found: dict[str, Any]) -> None:
    assert found["refused"] == 0


def test_the_command_answers(found: dict[str, Any]) -> None:
    answer = found["situation"]
    # Four a month for three months.
    assert (answer["area"], answer["observed"]) == ("loese_hunde", 12)
    assert "løse hunde" in answer["sentence"]


def test_it_is_switched_on_where_the_lokalraad_chose_it_and_nowhere_else(found: dict[str, Any]) -> None:
    assert found["chosen"] == {"217": ["loese_hunde"], "157": []}
    assert found["menu"] == ["217 Løse hunde visible", "157 Løse hunde hidden"]
    assert found["tile"] and not found["tile elsewhere"]


def test_its_page_counts_it(found: dict[str, Any]) -> None:
    assert found["failed"] == []
    assert "12</b> anmeldelser af løse hunde" in found["page"]
    assert "Lokalrådet i Helsingør har valgt området." in found["page"]


def test_an_initiative_may_be_about_it(found: dict[str, Any]) -> None:
    assert found["theme"]


def test_the_pack_of_its_municipality_tells_it_and_no_other_pack_does(found: dict[str, Any]) -> None:
    assert "loese_hunde.udvikling" in found["sections"]
    assert "loese_hunde.udvikling" not in found["sections elsewhere"]
    assert found["tables"]["overblik"][-1] == "Løse hunde"


def test_the_presentation_shows_it(found: dict[str, Any]) -> None:
    assert "loese_hunde" in found["tiles"]
    (slide,) = [each for each in found["slides"] if " · Løse hunde · " in each]
    assert "12 anmeldelser af løse hunde" in slide.replace("\N{NO-BREAK SPACE}", " ")


def test_the_plans_areas_say_that_they_were_not_delivered(found: dict[str, Any]) -> None:
    """The extract has nothing but the new area: a page without a single number is still a page."""
    assert all(failed == [] for failed, _ in found["plan"].values())
    assert all("ikke leveret" in page for _, page in found["plan"].values())
