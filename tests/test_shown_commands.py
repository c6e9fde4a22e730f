"""Every command that the documents print is run as it stands there, in a home of its own with the demo district."""

import importlib.util
import json
import shutil
from pathlib import Path
from types import ModuleType

import pytest

from analysis.meeting_questions import note_question
from tests.data.load.extracts import row, text, write
from tests.data.load.test_profiles import accident, export
from tests.harness.documents import COMMANDS, ROOT, blocks

VECTORS = ROOT / "tests" / "analysis" / "files" / "vectors.json"
STATBANK = ROOT / "tests" / "data" / "files" / "straf11_bulk.csv"

# What a reader puts in the place of a word, where it is not a file's name of its own; "" leaves it out.
FILLED = {
    "data.load": {"FIL": "udtraek_2026-01-12.csv", "FILE…": "udtraek_2026-01-12.csv"},
    "data.statbank": {"FIL": str(STATBANK), "FILE…": str(STATBANK)},
    "data.backup": {"FIL": "kopi.zip", "FILE": "kopi.zip"},
    "data.restore": {"FIL": "taget.zip", "FILE": "taget.zip"},
    "data.hand_over": {"/srv/kredsblik-raad": "raad", "FOLDER": "raad", "MAPPE": "raad"},
    "data.fetch_questions": {"/srv/kredsblik-raad": "raad", "FOLDER": "raad", "MAPPE": "raad"},
    "data.register": {"FILE": "fil", "NAVN": "anna"},
    "data.demo": {"10000000": "400000"},  # ten million are `make bench`'s
    "analysis.effect": {"ID": "bo-trygt-230", "[--series": "--series", "dst]": "dst"},
    "analysis.packs": {"FOLDER": "pakker", "MAPPE": "pakker"},
    "analysis.verify": {"FIL": str(VECTORS), "FILE…": str(VECTORS)},
}
LONG = {
    ("data.demo", "--rows 10000000"),
    ("data.demo", "--seed 7"),
    ("analysis.packs", "--meeting 2026K1 --all --out MAPPE --answers svar.toml"),
}
NAMED_ONLY = {("analysis.verify", "")}  # the text speaks of the command, and shows it with a file elsewhere


@pytest.fixture
def reader(demo_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Somebody with the demo district, the council's folder, and the files that the documents speak of."""
    desk, own = tmp_path / "desk", tmp_path / "reader"
    shutil.copytree(demo_home, own, ignore=shutil.ignore_patterns("demo"))  # the extract itself
    monkeypatch.setenv("KREDSBLIK_HOME", str(own))
    (desk / "raad").mkdir(parents=True)
    monkeypatch.chdir(desk)
    write(desk, [row(1)], "udtraek_2026-01-12.csv")
    export(desk, [accident()])
    (profile,) = blocks("docs/profiler.md", "toml")
    (desk / "min.toml").write_text(profile, encoding="utf-8")
    theirs = {"UHELDS_ID": "a7", "UHELDSART": "Pskduh", "DATO": "03/14/2025", "KLOKKEN": "04:30:00 PM",
              "KOMMUNE": "217", "UHELDSTEKST": "x", "REGNR": "x"}  # fmt: skip
    (desk / "fil.csv").write_text("\n\n" + text([theirs], theirs), encoding="utf-8")
    (answers,) = blocks("docs/moedepakker.md", "toml")
    (desk / "svar.toml").write_text(answers, encoding="utf-8")
    return desk


def program(module: str) -> ModuleType:
    """Return what `python -m` would run."""
    inside = f"{module}.__main__"
    return importlib.import_module(inside if importlib.util.find_spec(module).submodule_search_locations else module)  # type: ignore[union-attr]


def beforehand(module: str, words: list[str]) -> None:
    """Make what the command goes on from."""
    if module == "data.register":
        note_question("Hvad med somrene?", "praesentation?kommune=217")
        for kind in ("indsatser", "moeder"):
            program(module).main(["export", f"{kind}.csv", "--kind", kind])
        if words[0] == "restore":
            program(module).main(["backup", "kopi.sqlite"])
    if module == "data.restore":
        program("data.backup").main(["taget.zip"])
    if module == "data.fetch_questions":
        program("data.hand_over").main(["raad"])


@pytest.mark.parametrize(
    ("module", "printed"),
    [
        pytest.param(*command, id=" ".join(command), marks=[pytest.mark.full] if command in LONG else [])
        for command in COMMANDS
        if command not in NAMED_ONLY
    ],
)
@pytest.mark.usefixtures("reader")
def test_a_command_that_is_shown_does_what_it_says(
    module: str, printed: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words = [FILLED.get(module, {}).get(word, word) for word in printed.split()]
    beforehand(module, words)
    capsys.readouterr()
    status, told = program(module).main(words), capsys.readouterr()
    assert status == 0, told.err
    assert json.loads(told.out) if "--json" in words else told.out + told.err
