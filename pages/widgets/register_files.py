"""The register as a file: taken out as CSV, corrected in a spreadsheet, and read in again, all rows or none."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import streamlit as st

from data.errors import UserError
from data.register.entries import Entry
from data.register.importing import import_sheet
from data.register.kept import Form
from data.register.sheet import csv_of
from data.uploads import upload_folder
from pages.widgets.download import download
from pages.widgets.errors import message
from pages.widgets.text import card_title, paragraphs

TOLD = "_register_imported"
GUIDE = (
    "Hent filen, ret den i et regneark, og læs den ind igen. Alle rækker bliver læst ind, eller ingen: det, der er "
    "galt, nævnes med linje og kolonne. Er en række gemt af en anden imens, bliver den ikke overskrevet."
)


def register_files(form: Form[Any], entries: Sequence[Entry[Any]], name: str, editor: str) -> None:
    """Show the way out and in as a file."""
    card_title("Som regneark")
    paragraphs([GUIDE])
    download(
        "Hent som CSV",
        lambda: csv_of(form, entries),
        name=f"kredsblik-{name}.csv",
        mime="text/csv",
        key=f"{name}-eksport",
        about=name,
    )
    file = st.file_uploader("CSV-fil", type="csv", key=f"{name}-import", label_visibility="collapsed")
    if st.button("Læs filen ind", disabled=file is None, key=f"{name}-indlaes") and file is not None:
        _import(form, file.name, file.getvalue(), editor)
    for line in st.session_state.pop(TOLD, ()):
        message(line)


def _import(form: Form[Any], name: str, content: bytes, editor: str) -> None:
    """Read the file from a folder that is gone afterwards, and say what it did."""
    try:
        with upload_folder() as folder:
            path = folder / Path(name).name
            path.write_bytes(content)
            done = import_sheet(form, path, editor)
    except UserError as error:
        for line in str(error).splitlines():
            message(line)
        return
    told = f"{name}: {done.added} tilføjet, {done.corrected} rettet, {done.unchanged} uændret."
    st.session_state[TOLD] = (told,)
    st.rerun()
