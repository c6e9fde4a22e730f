"""What the council's home gets of a frozen pack: its files, whole, and nothing of how they came about."""

import json
from pathlib import Path

import pytest

from data.errors import UserError
from data.hand_over import hand_over
from data.handed_packs import handed_files, handed_packs
from data.home import home
from data.register.packs import NEWEST_FREEZE_FILE, StoredPack, freeze
from tests.data.test_hand_over import release


def frozen(code: str, meeting: str, municipality: str, theme: str | None = None, version: int = 0) -> None:
    secret = json.dumps({"answers": {"tjek": "kun for analytikeren"}, "statements": []})
    pack = StoredPack(code, meeting, municipality, theme, "aaaaaa", secret)
    freeze(pack, {f"kredsblik-{code}.pdf": f"{code} {version}".encode(), f"{code}.csv": b"1;2"}, "AB", version)


@pytest.fixture
def council(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The council's home after a hand-over, which is this process's own from then on."""
    release("aaaaaa")
    frozen("2026K1-217", "2026K1", "217")
    frozen("2025K4-indbrud", "2025K4", "kreds", "indbrud")
    frozen("2026K1-210", "2026K1", "210")
    folder = tmp_path / "raad"
    assert hand_over(folder) == ("aaaaaa", "2025K4-indbrud", "2026K1-210", "2026K1-217")
    frozen("2026K1-217", "2026K1", "217", version=1)
    assert hand_over(folder) == ("2026K1-217",)
    assert hand_over(folder) == ()
    monkeypatch.setenv("KREDSBLIK_HOME", str(folder))
    return folder


@pytest.mark.usefixtures("council")
def test_the_newest_version_of_each_is_there_with_its_files() -> None:
    packs = handed_packs()
    assert [(pack.code, pack.version) for pack in packs] == [
        *(("2026K1-210", 1), ("2026K1-217", 2), ("2025K4-indbrud", 1))
    ]
    assert [pack.is_everybodys for pack in packs] == [False, False, True]
    files = handed_files(packs[1])
    assert [path.name for path in files] == ["2026K1-217.csv", "kredsblik-2026K1-217.pdf"]
    assert files[1].read_bytes() == b"2026K1-217 1"


def test_nothing_of_how_it_came_about_leaves_the_register(council: Path) -> None:
    every = b"".join(path.read_bytes() for path in council.rglob("*") if path.is_file())
    assert b"kun for analytikeren" not in every
    assert b"AB" not in every
    assert not list(council.rglob("*.sqlite"))
    assert not list(council.rglob(".*"))


def test_a_freezing_is_told_to_whoever_hands_over() -> None:
    release("aaaaaa")
    frozen("2026K1-217", "2026K1", "217")
    before = (home() / NEWEST_FREEZE_FILE).read_text()
    frozen("2026K1-217", "2026K1", "217", version=1)
    assert (home() / NEWEST_FREEZE_FILE).read_text() != before


def test_where_none_was_handed_over_there_is_none_and_half_a_description_is_said() -> None:
    assert handed_packs() == ()
    broken = home() / "pakker" / "2026K1-217-1" / "pakke.json"
    broken.parent.mkdir(parents=True)
    broken.write_text('{"code": "2026K1-217"}')

    with pytest.raises(UserError, match="Slet mappen"):
        handed_packs()
