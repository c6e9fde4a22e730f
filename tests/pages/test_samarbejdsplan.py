"""docs/samarbejdsplan.md: every row of the plan leads to a page, a number, data and a test that exist."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from data.catalogue import AREAS, CATEGORIES, promises
from data.contract import COLUMNS
from data.home import PROJECT_REFERENCE
from data.register.forms import FORMS
from tests.pages.test_frame import menu

ROOT = Path(__file__).resolve().parents[2]
DOCUMENT = ROOT / "docs" / "samarbejdsplan.md"
ROWS = 54
CODE = re.compile(r"`([^`]+)`")
ANALYSTS = re.compile(r"\*`([^`]+)`\*")


@dataclass(frozen=True)
class Row:
    number: int
    named: str
    pages: str
    numbers: str
    data: str
    test: str


def rows(text: str) -> list[Row]:
    lines = [line.strip("| ").split(" | ") for line in text.splitlines() if re.match(r"\| \d+ \|", line)]
    return [Row(int(cells[0]), *cells[1:]) for cells in lines]


TABLE = rows(DOCUMENT.read_text(encoding="utf-8"))


def faults(row: Row, council: set[str], analysts: set[str]) -> list[str]:
    """Return what the row points to that does not exist."""
    inside = ANALYSTS.findall(row.pages)
    outside = CODE.findall(ANALYSTS.sub("", row.pages))
    known = {*AREAS, *CATEGORIES, *promises()}
    found = [f"page {page}" for page in outside if page not in council]
    found += [f"analysts' page {page}" for page in inside if page not in analysts]
    found += [f"number {code}" for code in CODE.findall(row.numbers) if code not in known]
    found += [f"data {name}" for name in CODE.findall(row.data) if not is_data(name)]
    found += [f"test {name}" for name in CODE.findall(row.test) if not is_test(name)]
    cells = ((row.pages, "page"), (row.data, "data"), (row.test, "test"))
    return found + [f"no {what}" for cell, what in cells if not CODE.search(cell)]


def is_data(name: str) -> bool:
    kind, _, rest = name.rpartition(".")
    if kind == "register":
        return rest in FORMS
    if kind == "reference":
        return any(PROJECT_REFERENCE.glob(f"{rest}.*"))
    return name in COLUMNS


def is_test(name: str) -> bool:
    path, _, function = name.partition("::")
    file = ROOT / path
    return file.is_file() and (not function or f"def {function}(" in file.read_text(encoding="utf-8"))


def addresses() -> set[str]:
    """Return the addresses of the pages of this room's menu, also of those that a lokalråd has not chosen."""
    lines = [line.partition(": ")[2] for line in menu()]
    return {f"/{entry.rpartition('=')[2]}" for line in lines for entry in line.split(", ")}


def test_the_rows_are_the_plans() -> None:
    assert [row.number for row in TABLE] == list(range(1, ROWS + 1))
    assert all(row.named and row.numbers for row in TABLE)


@pytest.mark.usefixtures("home")
def test_every_row_leads_somewhere(monkeypatch: pytest.MonkeyPatch) -> None:
    everything = addresses()
    monkeypatch.setenv("KREDSBLIK_ROOM", "kredsraad")
    council = addresses()
    wrong = {row.number: faults(row, council, everything - council) for row in TABLE}
    assert {number: found for number, found in wrong.items() if found} == {}


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"pages": "`/findes-ikke`"}, "page /findes-ikke"),
        ({"pages": "`/moeder`"}, "page /moeder"),  # the analysts' alone, and not said to be
        ({"pages": "*`/`*"}, "analysts' page /"),
        ({"pages": "–"}, "no page"),
        ({"numbers": "`cykeltyveri`"}, "number cykeltyveri"),
        ({"data": "`navn`"}, "data navn"),
        ({"data": "`register.psp`"}, "data register.psp"),
        ({"data": "`reference.findes_ikke`"}, "data reference.findes_ikke"),
        ({"test": "`tests/findes_ikke.py`"}, "test tests/findes_ikke.py"),
        ({"test": "`tests/test_readme.py::test_findes_ikke`"}, "test tests/test_readme.py::test_findes_ikke"),
    ],
)
def test_a_row_that_leads_nowhere_is_found(change: dict[str, str], fault: str) -> None:
    right = {"pages": "`/`", "numbers": "`indbrud`", "data": "`anmeldt`", "test": "`tests/test_readme.py`"}
    assert faults(Row(1, "x", **right), {"/"}, {"/moeder"}) == []
    assert faults(Row(1, "x", **(right | change)), {"/"}, {"/moeder"}) == [fault]
