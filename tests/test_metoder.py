"""docs/metoder.md leads from every method to its code and its vectors."""

import re
from pathlib import Path

from analysis.vectors.kinds import KINDS

ROOT = Path(__file__).resolve().parent.parent
ROWS = [
    line.strip("|").split("|")
    for line in (ROOT / "docs" / "metoder.md").read_text(encoding="utf-8").splitlines()
    if line.startswith("| ")
][1:]


def named(cell: str) -> set[str]:
    return set(re.findall(r"`([^`]+)`", cell))


def test_every_kind_of_vector_belongs_to_a_method_and_no_other_is_named() -> None:
    assert set().union(*(named(row[3]) for row in ROWS)) == set(KINDS)


def test_the_code_of_every_method_is_there() -> None:
    modules = set().union(*(named(row[2]) for row in ROWS))
    assert modules
    assert not [module for module in modules if not (ROOT / module).is_file()]
