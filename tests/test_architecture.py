"""An extract becomes incidents, a release, results, figures, a page: imports point against the arrows, never back."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from data.catalogue import AREAS
from data.municipalities import municipalities

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("data", "analysis", "pages", "app")

# What a room knows nothing of.
UNKNOWN_TO = {
    "data": {"streamlit", "plotly", "matplotlib"},
    "analysis": {"streamlit", "duckdb"},
    "pages": {"pandas", "numpy", "duckdb", "sqlite3"},
    "app": {"pandas", "numpy", "duckdb", "sqlite3", "plotly"},
}

# No way leads from the first to the second, however long: each works on the file that the step before it has left.
APART = [
    ("data.demo", "data.load"),
    ("data.load", "data.publish"),
    ("data.load", "data.release"),
    ("data.publish", "data.release"),
    ("data.publish", "data.load"),
    ("data.publish", "data.demo"),
    ("data.release", "data.publish"),
    # What the council sees is made from the release: the case file never stands behind its screen.
    ("data.release", "data.incidents"),
    ("analysis", "data.incidents"),
    ("analysis", "data.load"),
    ("analysis", "data.publish"),
    ("analysis", "data.demo"),
]

# DuckDB's own words, and dates that are columns already: another engine will run these questions later.
NOT_PORTABLE = re.compile(
    r"\b(group|order)\s+by\s+all\b|\b(un)?pivot\b|\bqualify\b|\bexclude\b|\basof\b|\binterval\b|\bextract\s*\("
    r"|\b(strftime|strptime|date_\w+|datepart|datetrunc|time_bucket|now|today|current_date|current_timestamp)\b"
    r"|\b(year|quarter|month|week|weekday|day|hour|isodow|dayofweek|yearweek|dayname|monthname|last_day|epoch)\s*\(",
    re.IGNORECASE,
)


@cache
def modules() -> dict[str, Path]:
    files = [ROOT / "app.py", *(file for room in ROOMS for file in sorted((ROOT / room).rglob("*.py")))]
    return {".".join(f.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): f for f in files}


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(modules()[module].read_text(encoding="utf-8"))


@cache
def imports(module: str) -> frozenset[str]:
    """Return what a module imports, by full name: a submodule as itself, any other name as the module it is in."""
    found: set[str] = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            found.update(name if name in modules() else str(node.module) for name in names)
    return frozenset(found)


def own(module: str) -> Iterator[str]:
    return (name for name in imports(module) if name in modules())


def reached(module: str) -> set[str]:
    found: set[str] = set()
    waiting = [module]
    while waiting:
        news = set(own(waiting.pop())) - found
        found |= news
        waiting += news
    return found


def within(prefix: str, names: set[str] | dict[str, Path]) -> set[str]:
    return {name for name in names if name == prefix or name.startswith(f"{prefix}.")}


def room(name: str) -> str:
    return name.split(".")[0]


def test_no_room_imports_a_later_room_or_what_it_knows_nothing_of() -> None:
    for module in modules():
        later = set(ROOMS[ROOMS.index(room(module)) + 1 :])
        wrong = {name for name in imports(module) if room(name) in later | UNKNOWN_TO[room(module)] | {"tests"}}
        assert not wrong, f"{module} imports {wrong}"


def test_no_import_leads_back() -> None:
    tuple(TopologicalSorter({module: set(own(module)) for module in modules()}).static_order())  # raises on a cycle


@pytest.mark.parametrize(("step", "other"), APART)
def test_each_step_works_on_what_the_one_before_has_left(step: str, other: str) -> None:
    for module in within(step, modules()):
        assert not within(other, reached(module)), f"{module} reaches {other}"


def test_pages_holds_one_file_so_that_a_deep_link_never_meets_a_page_without_its_frame() -> None:
    assert [file.name for file in (ROOT / "pages").glob("*.py")] == ["__init__.py"]


@pytest.mark.parametrize("folder", ["data", "analysis", "pages", "tests"])
def test_every_folder_is_a_package_since_another_of_its_name_would_win(folder: str) -> None:
    holding = {file.parent for file in (ROOT / folder).rglob("*.py")}
    assert not [each for each in holding if not (each / "__init__.py").is_file()]


def test_a_question_says_what_a_row_is_and_runs_on_other_engines_where_releases_are_made() -> None:
    for file in (ROOT / "data" / "sql").glob("*.sql"):
        text = file.read_text(encoding="utf-8")
        assert text.startswith("-- "), f"{file.name} does not begin with what a row is"
        if file.name.startswith("publish_"):
            code = re.sub(r"--.*", "", text)
            assert not NOT_PORTABLE.search(code), f"{file.name}: {NOT_PORTABLE.search(code)}"


def test_only_data_speaks_sql() -> None:
    for module in within("analysis", modules()) | within("pages", modules()) | {"app"}:
        texts = [node.value for node in ast.walk(tree(module)) if isinstance(node, ast.Constant)]
        assert not [text for text in texts if isinstance(text, str) and re.search(r"\bSELECT\b[\s\S]*\bFROM\b", text)]


def test_no_module_names_a_municipality_or_asks_which_area_it_is() -> None:
    members = {text for each in municipalities() for text in (each.code, each.name)}
    codes = set(AREAS)
    for module in modules():
        constants = {node.value for node in ast.walk(tree(module)) if isinstance(node, ast.Constant)}
        assert not constants & members, f"{module} names {constants & members}"
        compared = [part for node in ast.walk(tree(module)) if isinstance(node, ast.Compare) for part in ast.walk(node)]
        assert not {part.value for part in compared if isinstance(part, ast.Constant)} & codes, module


def test_nothing_is_left_for_later() -> None:
    left = re.compile(r"\b(TODO|FIXME|XXX|HACK)\b")
    kinds = ("*.py", "*.sql", "*.js", "*.css", "*.toml")
    files = {file for folder in (*ROOMS[:3], "tests", ".ci") for kind in kinds for file in (ROOT / folder).rglob(kind)}
    found = [file for file in files - {Path(__file__).resolve()} if left.search(file.read_text(encoding="utf-8"))]
    assert not found
