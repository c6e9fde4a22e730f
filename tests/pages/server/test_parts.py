"""What is set up wrong is said when the server starts, and then nobody is served."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]


@pytest.mark.parametrize(
    ("variable", "wrong", "told"),
    [
        ("KREDSBLIK_LOG_MONTHS", "3", "KREDSBLIK_LOG_MONTHS"),
        ("KREDSBLIK_HOSTS", "kredsblik.example.dk", "intet login"),
        ("KREDSBLIK_HOSTS", "https://kredsblik.example.dk", "uden https://"),
    ],
)
def test_the_server_ends_with_one_danish_line(
    variable: str, wrong: str, told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(variable, wrong)
    ended = subprocess.run(
        [sys.executable, "-c", "from pages.server.parts import parts; parts()"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert ended.returncode == 2
    assert told in ended.stderr and "Traceback" not in ended.stderr
