"""The load test itself: what it finds when something is wrong, and all of it at a small size."""

import asyncio
import json
import shutil
from pathlib import Path
from typing import cast

import pytest

from tests.bench.client import Reader
from tests.harness.council_room import council_room
from tests.load.__main__ import measure, told_alone
from tests.load.crowd import Tally, _look, person
from tests.load.growth import Sample, after, growth
from tests.load.steps import Size, many
from tests.load.wishes import Wish, fingerprint

SMALL = Size(people=4, think=0.4, seconds=2.0, soak=2.4, wishes=6, rows=2_000)
WISH = Wish("indbrud", "217", "2025K4", "a1b2c3")
OWN = "<p>{} <span>(borgmester)</span> <a>Log ud</a></p>"


def test_a_few_at_once_get_the_answers_of_a_lone_reader(
    demo_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with council_room(demo_home, tmp_path) as room:
        asyncio.run(many(room, asyncio.run(told_alone(room, demo_home, SMALL)), SMALL))
    figures = {each["name"]: each["value"] for each in map(json.loads, capsys.readouterr().out.splitlines())}
    assert figures.pop("crowd_p95") > 0
    assert figures == {"crowd_errors": 0, "crowd_mixed_up": 0}


@pytest.mark.full
def test_all_of_it_at_a_small_size(demo_home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    home = shutil.copytree(demo_home, tmp_path / "home")
    measure(home, tmp_path, SMALL)
    figures = {each["name"]: each for each in map(json.loads, capsys.readouterr().out.splitlines())}
    never = ("errors", "mixed_up", "unanswered", "not_seen_by_who_comes_now")
    assert {name: each["detail"] for name, each in figures.items() if name.endswith(never) and each["value"]} == {}
    assert {name.partition("_")[0] for name in figures} == {"crowd", "publishing", "memory", "soak", "killed"}
    assert figures["crowd_p95"]["value"] > 0 and figures["memory_process_2"]["value"] > 0
    assert "begun again" in figures["killed_process_unanswered"]["detail"]


class Answering:
    """A reader who is answered so: the page's texts, and whom the page takes her for."""

    def __init__(self, text: str, name: str, failure: Exception | None = None) -> None:
        self.shown = {(0,): text, (1,): OWN.format(name)}
        self.failure = failure

    async def look(self, _page: str, _choice: dict[str, str]) -> float:
        if self.failure:
            raise self.failure
        return 0.1


def looked(told: Answering, expected: str) -> Tally:
    tally = Tally()
    alone = cast(Reader, Answering(expected, person(1)))
    asyncio.run(_look(cast(Reader, told), 1, WISH, {WISH: fingerprint(alone)}, tally))
    return tally


@pytest.mark.parametrize(
    ("told", "mixed"),
    [
        (Answering("163 i Helsingør", person(1)), 0),
        (Answering("70 i Furesø", person(1)), 1),
        (Answering("163 i Helsingør", person(2)), 1),
    ],
)
def test_an_answer_that_is_another_ones_is_found(told: Answering, mixed: int) -> None:
    tally = looked(told, "163 i Helsingør")
    assert (len(tally.mixed), tally.errors, tally.seconds) == (mixed, [], [0.1])


@pytest.mark.parametrize("failure", [RuntimeError("The page failed."), TimeoutError()])
def test_an_answer_that_does_not_come_is_an_error(failure: Exception) -> None:
    tally = looked(Answering("", person(1), failure), "")
    assert (len(tally.errors), tally.seconds) == (1, [])


@pytest.mark.parametrize(
    ("megabytes", "slope", "expected"),
    [
        # Caches fill up to 300 MB and are full: 4.000 more answers change nothing.
        ([200, 280, 300, 300], 0.0, 300),
        # From 300 to 310 MB in 500 answers is 0.02 MB each; 4.000 more are 80 MB.
        ([200, 280, 300, 310], 0.02, 390),
        # It never tells less than it has seen.
        ([200, 320, 310, 300], -0.02, 320),
    ],
)
def test_memory_is_told_for_an_hour_from_how_it_grows_in_the_later_half(
    megabytes: list[float], slope: float, expected: float
) -> None:
    samples = [Sample(at * 500, each) for at, each in enumerate(megabytes, 1)]
    assert growth(samples) == pytest.approx(slope)
    assert after(samples, 6000) == pytest.approx(expected)
