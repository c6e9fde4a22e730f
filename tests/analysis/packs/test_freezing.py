"""A frozen pack is kept whole: its bytes, its texts and its answers, whatever happens to releases afterwards."""

import json
from pathlib import Path

import pytest

from analysis.packs.content import Pack
from analysis.packs.freezing import freeze_pack
from analysis.packs.texts import with_texts
from data.errors import UserError
from data.register.backup import back_up, restore
from data.register.entries import EditConflictError
from data.register.packs import StoredPack, freeze, frozen_packs, pack_files, pack_versions
from data.register.store import register_path
from data.releases import releases_folder
from tests.analysis.packs.conftest import everything_answered


def test_the_files_reopen_byte_for_byte_when_every_release_is_gone(bilateral: Pack) -> None:
    _, files = freeze_pack(bilateral, everything_answered())
    releases_folder().unlink()
    assert pack_files("2026K1-217") == files


def test_the_register_s_backup_holds_the_packs(bilateral: Pack, tmp_path: Path) -> None:
    _, files = freeze_pack(bilateral, everything_answered())
    back_up(tmp_path / "kopi.sqlite")
    register_path().unlink()
    restore(tmp_path / "kopi.sqlite")
    assert pack_files("2026K1-217") == files


def test_texts_answers_and_release_are_kept_with_the_pack(bilateral: Pack) -> None:
    freeze_pack(with_texts(bilateral, {"overblik.tekst1": "Se tallene."}), everything_answered())
    (entry,) = frozen_packs()
    kept = json.loads(entry.content.content)
    assert entry.content.release == bilateral.choice.release.id and entry.edited_by == "AB"
    assert kept["texts"]["overblik.tekst1"]["edited"] == "Se tallene."
    assert kept["texts"]["overblik.tekst1"]["generated"] == bilateral.sections[0].body[0].generated
    assert kept["answers"]["brud"] == {"ticked": False, "comment": "Set igennem."}
    assert {"claim", "area", "period"} <= set(kept["statements"][0])


def test_freezing_again_makes_a_new_version_and_keeps_the_old(bilateral: Pack) -> None:
    _, first = freeze_pack(bilateral, everything_answered())
    edited = with_texts(bilateral, {"overblik.tekst1": "Se tallene."})
    _, second = freeze_pack(edited, everything_answered())
    assert [entry.version for entry in pack_versions("2026K1-217")] == [1, 2]
    assert (pack_files("2026K1-217", 1), pack_files("2026K1-217")) == (first, second)
    assert first != second


def test_two_who_freeze_at_once_do_not_overwrite_each_other() -> None:
    pack = StoredPack("2026K1-217", "2026K1", "217", None, "a1b2c3", "{}")
    freeze(pack, {"a.pdf": b"1"}, "AB", 0)
    with pytest.raises(EditConflictError):
        freeze(pack, {"a.pdf": b"2"}, "CD", 0)
    assert pack_files("2026K1-217") == {"a.pdf": b"1"}


def test_a_pack_that_was_never_frozen_cannot_be_opened() -> None:
    with pytest.raises(UserError, match="2026K1-217"):
        pack_files("2026K1-217")
    assert frozen_packs() == () and pack_versions("2026K1-217") == ()
