"""What is imported is asked for, what is asked for is pinned, and what is pinned runs on the oldest Python promised."""

import ast
import re
import sys
from importlib import metadata
from pathlib import Path

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
OWN = {"app", "data", "analysis", "pages", "tests", *(file.stem for file in (ROOT / ".ci").glob("*.py"))}

# Debian 12 has 3.11.2; the promise is 3.11.
OLDEST_PYTHON = "3.11.0"


def pins(file: Path) -> dict[str, str]:
    lines = re.sub(r"#.*", "", file.read_text(encoding="utf-8")).split()
    return {canonicalize_name(name): version for name, version in (line.split("==") for line in lines)}


ASKED = pins(ROOT / "requirements.txt")
PINNED = ASKED | pins(ROOT / ".ci" / "constraints.txt")


def needed_in_turn() -> set[str]:
    found: set[str] = set()
    waiting = set(ASKED)
    while waiting:
        name = waiting.pop()
        found.add(name)
        needs = map(Requirement, metadata.requires(name) or [])
        here = {canonicalize_name(r.name) for r in needs if r.marker is None or r.marker.evaluate({"extra": ""})}
        waiting |= here - found
    return found


def test_every_package_that_is_installed_for_us_is_pinned_at_the_version_that_is_tested() -> None:
    assert {name: PINNED.get(name) for name in needed_in_turn()} == {
        name: metadata.version(name) for name in needed_in_turn()
    }


def test_every_pinned_package_runs_on_the_oldest_python() -> None:
    too_new = {
        name: wanted
        for name in needed_in_turn()
        if (wanted := metadata.metadata(name)["Requires-Python"]) and OLDEST_PYTHON not in SpecifierSet(wanted)
    }
    assert not too_new


def test_every_import_is_asked_for() -> None:
    providers = metadata.packages_distributions()
    files = [*ROOT.glob("*.py"), *(file for folder in OWN - {"app"} for file in (ROOT / folder).rglob("*.py"))]
    for file in files:
        for name in imported(file) - OWN - sys.stdlib_module_names:
            distributions = {canonicalize_name(each) for each in providers.get(name, [])}
            assert distributions & set(ASKED), f"{file.relative_to(ROOT)} imports {name}"


def imported(file: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))
    plain = {alias.name.split(".")[0] for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return plain | {
        str(node.module).split(".")[0] for node in nodes if isinstance(node, ast.ImportFrom) and not node.level
    }
