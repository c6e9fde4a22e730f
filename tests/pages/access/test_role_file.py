"""The role file: what it says, and that anything wrong in it lets nobody in."""

from pathlib import Path

import pytest

from data.errors import UserError
from data.home import home
from pages.access.role import Role
from pages.access.role_file import Right, role_file

ROOT = Path(__file__).resolve().parents[3]
WRONG = {
    "": "felt mangler",
    'felt = ""\n[roller]\nA = "analytiker"': "felt mangler",
    "felt = 1\n[roller]\nA = 'analytiker'": "felt mangler",
    "felt = 'roles'": r"\[roller\] mangler",
    "felt = 'roles'\n[roller]": r"\[roller\] mangler",
    "felt = 'roles'\nrolle = 'x'\n[roller]\nA = 'analytiker'": "»rolle« er ukendt",
    "felt = 'roles'\n[roller]\nA = 'admin'": "»A« har ikke en rolle, der findes",
    "felt = 'roles'\n[roller]\nA = 7": "»A« har ikke en rolle",
    "felt = 'roles'\n[roller]\nA = { rolle = 'borgmester' }": "»A« er borgmester uden en kommune",
    "felt = 'roles'\n[roller]\nA = 'kommune'": "»A« er kommune uden en kommune",
    "felt = 'roles'\n[roller]\nA = { rolle = 'borgmester', kommune = '101' }": "uden en kommune, der findes",
    "felt = 'roles'\n[roller]\nA = { rolle = 'borgmester', kommune = 217 }": "uden en kommune, der findes",
    "felt = 'roles'\n[roller]\nA = { rolle = 'borgmester', kommune = 'kreds' }": "uden en kommune, der findes",
    "felt = 'roles'\n[roller]\nA = { rolle = 'analytiker', kommune = '217' }": "ikke hører til en kommune",
    "felt = 'roles'\n[roller]\nA = { rolle = 'kommune', by = '217' }": "»A« har ikke en rolle",
    "felt = 'roles": "kan ikke læses som TOML",
    "felt = 'roles'\n[roller]\nA = 'analytiker'\nA = 'ledelse'": "kan ikke læses som TOML",
}


def written(text: str) -> Path:
    home().mkdir(parents=True, exist_ok=True)
    path = home() / "adgang.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize(("text", "said"), WRONG.items())
def test_what_is_wrong_is_said_and_nobody_is_let_in(text: str, said: str) -> None:
    path = written(text)
    with pytest.raises(UserError, match=said) as refused:
        role_file()
    assert str(path) in str(refused.value)
    assert "Ingen lukkes ind" in str(refused.value)


def test_a_file_that_is_not_text_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_ADGANG", str(tmp_path / "adgang.toml"))
    with pytest.raises(UserError, match="findes ikke"):
        role_file()
    (tmp_path / "adgang.toml").write_bytes(b"felt = '\xff'")
    with pytest.raises(UserError, match="kan ikke læses"):
        role_file()


def test_each_value_stands_for_a_role_and_a_mayors_for_a_municipality_too() -> None:
    written("felt = 'groups'\nbruger = 'oid'\n[roller]\nA = 'ledelse'\nB = { rolle = 'borgmester', kommune = '217' }")
    found = role_file()
    assert (found.claim, found.id_claim) == ("groups", "oid")
    assert found.rights == {"A": Right(Role.MANAGEMENT, None), "B": Right(Role.MAYOR, "217")}


def test_what_is_written_while_the_server_runs_waits_for_the_next_start() -> None:
    path = written("felt = 'roles'\n[roller]\nA = 'ledelse'")
    before = role_file()
    path.write_text("felt = 'roles", encoding="utf-8")
    assert role_file() is before


def test_the_shipped_example_is_one_that_works(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KREDSBLIK_ADGANG", str(ROOT / "docs" / "drift" / "adgang.toml"))
    rights = role_file().rights.values()
    assert {right.role for right in rights} == set(Role)
