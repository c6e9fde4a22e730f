"""Signing out is remembered until the sign-in would have run out, and by every process."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from data.errors import UserError
from data.signed_out import FOLDER_NAME, has_signed_out, require_sign_outs_can_be_kept, sign_out, sign_outs_path

ROOT = Path(__file__).resolve().parents[2]
LATER = time.time() + 3600


def test_nobody_has_signed_out_where_nobody_ever_did() -> None:
    require_sign_outs_can_be_kept()
    assert not has_signed_out("a")


def test_a_list_that_is_gone_is_not_an_empty_one() -> None:
    require_sign_outs_can_be_kept()
    sign_out("a", LATER)
    sign_outs_path().unlink()
    for asked in (lambda: has_signed_out("a"), lambda: sign_out("b", LATER)):
        with pytest.raises(UserError, match="Ingen lukkes ind"):
            asked()
        assert not sign_outs_path().exists()


def test_a_folder_that_may_not_be_looked_into_is_said() -> None:
    sign_outs_path().parent.parent.mkdir(parents=True)
    sign_outs_path().parent.symlink_to(FOLDER_NAME)  # to itself: an error to everyone, also to root
    with pytest.raises(UserError, match="logget ud"):
        has_signed_out("a")


def test_who_signs_out_in_one_process_has_signed_out_in_another() -> None:
    require_sign_outs_can_be_kept()
    code = f"from data.signed_out import sign_out; sign_out('a', {LATER})"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
    assert has_signed_out("a")
    assert not has_signed_out("b")
    sign_out("a", LATER)


def test_what_has_run_out_anyway_is_forgotten() -> None:
    require_sign_outs_can_be_kept()
    sign_out("old", time.time() - 1)
    sign_out("new", LATER)
    assert not has_signed_out("old")
    assert has_signed_out("new")


def test_a_list_that_cannot_be_kept_or_read_is_said() -> None:
    require_sign_outs_can_be_kept()
    sign_outs_path().write_bytes(b"no database" * 100)
    for broken in (require_sign_outs_can_be_kept, lambda: has_signed_out("a"), lambda: sign_out("a", LATER)):
        with pytest.raises(UserError, match="logget ud"):
            broken()
