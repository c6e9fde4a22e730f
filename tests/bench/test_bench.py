"""The measurements themselves: a figure beside its goal, and all of them at a small size."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench.figures import Goal, p95, tell

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize(
    ("value", "goal", "ok"),
    [(0.7, Goal(">=", 0.7), True), (0.69, Goal(">=", 0.7), False), (3.01, Goal("<=", 3), False)],
)
def test_a_figure_says_whether_its_goal_was_met(
    value: float, goal: Goal, ok: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    tell("x", value, "ms", goal, "why")
    told = json.loads(capsys.readouterr().out)
    assert told == {"name": "x", "value": value, "goal": str(goal), "unit": "ms", "ok": ok, "detail": "why"}


def test_a_figure_without_a_goal_is_only_told(capsys: pytest.CaptureFixture[str]) -> None:
    tell("x", 1.0, "ms")
    told = json.loads(capsys.readouterr().out)
    assert (told["goal"], told["ok"]) == (None, None)


def test_p95_lies_between_the_two_values_around_it() -> None:
    # 0..100: the 95th percentile of 101 even steps is the 95th step.
    assert p95(range(101)) == 95
    # 1..10: rank 0.95 x 9 = 8.55, so 9 + 0.55.
    assert p95(range(1, 11)) == pytest.approx(9.55)


@pytest.mark.full
def test_everything_is_measured_at_a_small_size() -> None:
    command = [sys.executable, "-m", "tests.bench", "--size", "20000"]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    names = {json.loads(line)["name"].split("@")[0] for line in ended.stdout.splitlines()}
    wanted = {"load_against_duckdb", "load_against_pandas", "load_peak_memory", "bytes_per_row", "publish_against_load"}
    served = {"selection", "rerun_p95:/", "rerun_p95_13_readers", "memory_50_sessions", "repaint_p95_against_empty"}
    assert wanted | served | {"every_pack", "twelve_slides"} <= names
