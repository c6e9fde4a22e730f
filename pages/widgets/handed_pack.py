"""One frozen pack as the council meets it: what it is of, and its files."""

import io
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import streamlit as st
from markupsafe import Markup

from analysis.packs.content import pack_title
from data.handed_packs import HandedPack, handed_files
from data.periods import danish_long_date
from pages.widgets.download import download
from pages.widgets.pack_shelf import KINDS, NAMES


def pack_card(pack: HandedPack) -> None:
    """Show the pack with a button for each document and one for its numbers; a file is read when it is asked for."""
    about = pack_title(pack.theme, pack.municipality)
    with st.container(key=f"kb-card-{pack.folder_name}", border=True, horizontal=True, vertical_alignment="center"):
        st.html(
            Markup(
                '<h2 class="kb-question"><a href="moedepakker?pakke={}" target="_self">{}</a></h2>'
                '<p class="kb-quiet">{}. Frosset {}, udgave #{}.</p>'
            ).format(pack.code, about, pack.meeting_name, danish_long_date(pack.frozen_on), pack.release)
        )
        files = handed_files(pack)
        for ending, label in NAMES.items():
            for path in (path for path in files if path.suffix == f".{ending}"):
                _button(pack, label, path.name, path.read_bytes, KINDS[ending])
        if tables := [path for path in files if path.suffix == ".csv"]:
            made = partial(_together, tables)
            _button(pack, "Tal (CSV)", f"kredsblik-{pack.code}-tal.zip", made, "application/zip")


def _button(pack: HandedPack, label: str, name: str, content: Callable[[], bytes], mime: str) -> None:
    download(
        label,
        content,
        name=name,
        mime=mime,
        key=f"hent-{pack.folder_name}-{name}",
        municipality=pack.municipality,
        release=pack.release,
        about=f"pakke-{pack.code}",
    )


def _together(paths: Sequence[Path]) -> bytes:
    """Return the files as one: each section of a pack has its own."""
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as file:
        for path in paths:
            file.write(path, path.name)
    return content.getvalue()
