"""The council's process: it works with the published file alone, and that file holds nothing that it may not show."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from data.home import home
from data.incidents import incidents_path
from data.publish import publish
from data.release import open_release
from data.releases import release_folder
from tests.attack.facts import collected, tables
from tests.attack.microdata import District, random_district
from tests.attack.release import released
from tests.attack.released_numbers import released_numbers

ROOT = Path(__file__).resolve().parent.parent.parent
QUESTIONS = [
    ("--area", "indbrud", "--all", "--period", "2025K4"),
    ("--area", "digital", "--all", "--period", "2025K4"),
    ("--area", "naere_relationer", "--all", "--period", "2025"),
]


@pytest.fixture
def district() -> District:
    incidents = random_district(np.random.default_rng(1)).incidents
    # Long enough that no other bytes are the same by chance.
    district = District(incidents.assign(haendelse_id="pseudonym-of-" + incidents["haendelse_id"]))
    released(district)
    return district


def answers(room: str, *question: str) -> Any:
    """Return what the command tells in a process of its own, in this room."""
    environment = {**os.environ, "KREDSBLIK_HOME": str(home()), "KREDSBLIK_ROOM": room}
    command = [sys.executable, "-m", "analysis.situation", *question, "--json"]
    told = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return json.loads(told.stdout)


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question[1])
def test_the_council_is_answered_the_same_without_the_incidents_and_the_internal_file(
    district: District, question: tuple[str, ...]
) -> None:
    police = answers("analyse", *question)
    incidents_path().unlink()
    (release_folder(police[0]["release"]) / "internal.duckdb").unlink()
    assert answers("kredsraad", *question) == police
    assert len(district.incidents)


def test_the_published_file_holds_no_pseudonym_no_file_name_and_no_time(district: District) -> None:
    content = (release_folder(publish().id) / "published.duckdb").read_bytes()
    for identity in (*district.incidents["haendelse_id"].sample(200, random_state=1), "udtraek.csv"):
        assert identity.encode() not in content
    cases = district.incidents["sag_id"].dropna()
    assert not [case for case in cases.head(200) if str(case).encode() in content]


def test_every_released_count_is_among_the_numbers_that_may_be_shown(district: District) -> None:
    release = open_release()
    numbers = released_numbers(release)
    facts = collected(tables(release_folder(release.id) / "published.duckdb"))
    assert {fact.number for fact in facts} <= numbers
    # A year of an area is shown; a number that nobody released is not among them.
    year = district.incidents.query("year == 2025 and kategori == 'indbrud_beboelse' and kommunekode == '157'")
    assert len(year) in numbers
    assert 987_654_321 not in numbers
