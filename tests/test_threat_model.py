"""Every threat in docs/trusselsmodel.md has a protection, and a test that exists."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PAGE = (ROOT / "docs" / "trusselsmodel.md").read_text(encoding="utf-8")
ROWS = [[cell.strip() for cell in line.strip("|").split("|")] for line in PAGE.splitlines() if line.startswith("| ")][
    1:
]


def test_there_is_a_table_of_threats() -> None:
    assert len(ROWS) > 20
    assert all(len(row) == 3 and all(row) for row in ROWS)
    assert len({row[0] for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row[0][:50])
def test_its_test_exists_and_is_run(row: list[str]) -> None:
    named = re.fullmatch(r"`(tests/[\w/]+\.py)::(test_\w+)`", row[2])
    assert named is not None
    tree = ast.parse((ROOT / named[1]).read_text(encoding="utf-8"))
    (found,) = [node for node in tree.body if isinstance(node, ast.FunctionDef) and node.name == named[2]]
    marks = [ast.unparse(mark) for mark in found.decorator_list]
    assert not [mark for mark in marks if "skip" in mark or "full" in mark or "xfail" in mark]
