"""Signing out is remembered until the sign-in would have run out, and by every process."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from data.errors import UserError
from data.home import home
from data.signed_out import has_signed_out, require_sign_outs_can_be_kept, sign_out, sign_outs_path

ROOT = Path(__file__).resolve().parents[2]
LATER = time.time() + 3600


def test_nobody_has_signed_out_where_nobody_ever_did() -> None:
    assert not has_signed_out("a")
    assert not home().exists()


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
