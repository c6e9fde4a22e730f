"""A pack that should not have been frozen leaves the council again; the register keeps what it was."""

import datetime as dt
from pathlib import Path

import pytest

from data.audit.entry import Event, What
from data.audit.reading import entries
from data.errors import UserError
from data.hand_over import hand_over, main
from data.handed_packs import handed_packs
from data.home import home
from data.register.entries import EditConflictError
from data.register.packs import NEWEST_FREEZE_FILE, frozen_packs, pack_files, pack_versions, take_back
from tests.data.test_hand_over import release
from tests.data.test_handed_packs import frozen

CODE, OTHER = "2026K1-217", "2026K1-210"
LONG_AGO = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)


@pytest.fixture
def council(tmp_path: Path) -> Path:
    """The council's home, which has two versions of one pack, and another."""
    release("aaaaaa")
    frozen(CODE, "2026K1", "217")
    frozen(OTHER, "2026K1", "210")
    hand_over(tmp_path / "raad")
    frozen(CODE, "2026K1", "217", version=1)
    hand_over(tmp_path / "raad")
    return tmp_path / "raad"


def there(council: Path) -> list[str]:
    return sorted(path.name for path in (council / "pakker").iterdir())


def test_what_is_taken_back_is_gone_at_the_next_hand_over(
    council: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert there(council) == [f"{OTHER}-1", f"{CODE}-1", f"{CODE}-2"]
    told = (home() / NEWEST_FREEZE_FILE).read_text()
    (seen,) = [entry for entry in frozen_packs() if entry.content.code == CODE]
    take_back(seen, "CD")
    assert (home() / NEWEST_FREEZE_FILE).read_text() != told
    assert [entry.content.code for entry in frozen_packs()] == [OTHER]
    assert [entry.edited_by for entry in pack_versions(CODE)] == ["AB", "AB", "CD"]
    assert pack_files(CODE, 2)[f"kredsblik-{CODE}.pdf"] == f"{CODE} 1".encode()
    assert main([str(council)]) == 0
    assert f"Taget tilbage: {CODE}." in capsys.readouterr().err
    assert there(council) == [f"{OTHER}-1"]
    assert main([str(council)]) == 0
    assert "Taget tilbage" not in capsys.readouterr().err
    monkeypatch.setenv("KREDSBLIK_HOME", str(council))
    assert [pack.code for pack in handed_packs()] == [OTHER]


def test_it_can_be_frozen_again_and_two_who_deal_with_it_are_told(council: Path) -> None:
    (seen,) = [entry for entry in frozen_packs() if entry.content.code == CODE]
    withdrawn = take_back(seen, "CD")
    with pytest.raises(EditConflictError):
        take_back(seen, "EF")
    frozen(CODE, "2026K1", "217", version=withdrawn.version)
    assert hand_over(council) == (CODE,)
    assert f"{CODE}-4" in there(council)


def test_the_log_says_which_pack_went_to_whom_and_who_took_it_back(council: Path) -> None:
    (seen,) = [entry for entry in frozen_packs() if entry.content.code == CODE]
    take_back(seen, "CD")
    hand_over(council)
    found = [(entry.event, entry.what) for entry in reversed(entries(LONG_AGO))]
    packs = [What(municipality=code[-3:], release="aaaaaa", about=f"pakke-{code}") for code in (OTHER, CODE, CODE)]
    handed = [what for event, what in found if event is Event.HANDED_OVER]
    assert handed == [What(release="aaaaaa"), *packs]
    assert found[-1] == (Event.EDITED, What(about=f"pakke-{CODE}"))


def test_a_freezing_that_cannot_be_told_is_kept_and_said() -> None:
    (home() / NEWEST_FREEZE_FILE).mkdir(parents=True)
    with pytest.raises(UserError, match="er frosset, men ikke meldt til udlevering"):
        frozen(CODE, "2026K1", "217")
    (seen,) = frozen_packs()
    with pytest.raises(UserError, match="er taget tilbage, men ikke meldt"):
        take_back(seen, "AB")
    assert frozen_packs() == ()
