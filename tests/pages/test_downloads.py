"""Every file that a page hands out: nothing personal in it, and no cell that a spreadsheet runs as a formula."""

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

import pages
from analysis.choice import default_choice
from data.errors import UserError
from data.load import load
from data.personal.exports import personal_data_in_export
from data.publish import publish
from data.release import open_release
from tests.data.load.extracts import row, write
from tests.data.small_district import incident, load_district
from tests.pages.places import GENTOFTE, HELSINGOER

HOSTILE = "=cmd|' -C calc'!A0.csv"
PERSONAL = "Jens Hansen 40253112.csv"
NUMBER = re.compile(r"-?\d+(,\d+)?")


@pytest.fixture(scope="module")
def hostile_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A published home; of its two files one has a formula for a name, and one with a name for a name was refused."""
    folder = tmp_path_factory.mktemp("hostile")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KREDSBLIK_HOME", str(folder / "home"))
        patch.setenv("KREDSBLIK_TODAY", "2026-01-12")
        load_district([incident(at, "indbrud_beboelse", "2025-11-05", HELSINGOER) for at in range(40)], 2021)
        load([write(folder, [row(1, kommunekode=GENTOFTE)], name=HOSTILE)])
        with pytest.raises(UserError):
            load([write(folder, [row(2)], name=PERSONAL)])
        publish()
    return folder / "home"


@pytest.fixture
def handed_out(hostile_home: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """The files, by name, of the pages that are shown from now on."""
    monkeypatch.setenv("KREDSBLIK_HOME", str(hostile_home))
    files: dict[str, bytes] = {}
    shown = st.download_button

    def noting(label: str, content: bytes | Callable[[], bytes], *, file_name: str, **more: Any) -> bool:
        files[file_name] = content() if callable(content) else content
        return shown(label, content, file_name=file_name, **more)

    monkeypatch.setattr(st, "download_button", noting)
    return files


def views(municipality: str) -> dict[str, Callable[[], None]]:
    """Return what is shown at every address, for the newest release."""
    found: dict[str, Callable[[], None]] = {}

    def noting(title: str, path: str, view: Callable[[], None], **_: object) -> SimpleNamespace:
        found[path] = view
        return SimpleNamespace(title=title, url_path=path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pages, "_page", noting)
        pages.sections(replace(default_choice(open_release()), municipality=municipality))
    return found


def page_app(path: str, municipality: str) -> None:
    """Show one page of the menu."""
    from tests.pages.test_downloads import views

    views(municipality)[path]()


def live_cells(content: bytes) -> list[str]:
    """Return the cells of a CSV that a spreadsheet would run."""
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";")
    cells = [cell for row in rows for cell in row if not NUMBER.fullmatch(cell)]
    return [cell for cell in cells if cell.lstrip()[:1] in tuple("=+-@＝＋－＠") or cell[:1] in tuple("\t\r\n")]


@pytest.mark.parametrize("municipality", ["kreds", HELSINGOER])
def test_no_page_hands_out_personal_data_or_formulas(handed_out: dict[str, bytes], municipality: str) -> None:
    for path in views(municipality):
        app = AppTest.from_function(page_app, args=(path, municipality), default_timeout=60).run()
        assert not app.exception, path
    assert len(handed_out) > 15
    for name, content in handed_out.items():
        assert personal_data_in_export(name, content) == [], name
        if name.endswith(".csv"):
            assert live_cells(content) == [], name
    together = b"".join(handed_out.values()).decode("utf-8", "ignore")
    assert f"'{HOSTILE}" in together
    assert PERSONAL not in together


def test_a_live_cell_is_one_wherever_it_stands() -> None:
    assert live_cells(b'a;=x\r\n-2,5; +x;"\tb"\r\n-;\'=x\r\n') == ["=x", " +x", "\tb", "-"]
