"""docs/udtraek.md says what the contract says, and docs/profiler.md what a profile may hold."""

import re
import tomllib
from pathlib import Path

from data.catalogue import CATEGORIES
from data.contract import COLUMNS, CONTRACT_VERSION
from data.coverage import read_covers
from data.profile import PROFILES, load_profile

DOCS = Path(__file__).resolve().parents[3] / "docs"
CONTRACT = (DOCS / "udtraek.md").read_text(encoding="utf-8")
ABOUT_PROFILES = (DOCS / "profiler.md").read_text(encoding="utf-8")


def described() -> dict[str, tuple[str, str]]:
    """Return each column of the table: whether it is required, and its content."""
    return {
        name: (required, content)
        for name, required, content in re.findall(r"^\| `(\w+)` \| (ja|) ?\| (.+) \|$", CONTRACT, re.M)
    }


def test_every_column_stands_there_in_order_with_its_domain() -> None:
    table = described()
    assert list(table) == list(COLUMNS)
    for column in COLUMNS.values():
        required, content = table[column.name]
        assert (required == "ja") == column.required
        # Every code of the domain is a word of the description, and no other code stands among them.
        assert set(column.domain) - set(CATEGORIES) <= set(re.split(r"[ ,:]+", content))


def test_every_category_stands_there_and_no_other() -> None:
    section = CONTRACT.split("## Kategorier")[1].split("\n## ")[0]
    assert re.findall(r"`(\w+)`", section) == list(CATEGORIES)


def test_the_version_and_the_covers_are_the_programs(tmp_path: Path) -> None:
    assert f"# Udtrækket: kontrakt, version {CONTRACT_VERSION}\n" in CONTRACT
    [example] = re.findall(r"```toml\n(.*?)```", CONTRACT, re.S)
    (tmp_path / "x.toml").write_text(example, encoding="utf-8")
    assert read_covers(tmp_path / "x.toml").last.code == "2026-01"


def test_the_profile_in_the_document_is_sound_and_shows_every_field(tmp_path: Path) -> None:
    [example] = re.findall(r"```toml\n(.*?)```", ABOUT_PROFILES, re.S)
    (tmp_path / "x.toml").write_text(example, encoding="utf-8")
    assert load_profile(str(tmp_path / "x.toml")).joined == {"anmeldt": ("dato", "klokken")}
    shipped = [tomllib.loads(file.read_text(encoding="utf-8")) for file in PROFILES.glob("*.toml")]
    assert {key for profile in shipped for key in profile} <= set(tomllib.loads(example))


def test_every_shipped_profile_stands_there() -> None:
    assert set(re.findall(r"^\| `(\w+)` \|", ABOUT_PROFILES, re.M)) == {file.stem for file in PROFILES.glob("*.toml")}
