"""The analyst's upload: extracts in, what was refused and why, and a new release of what is loaded."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from analysis.load_table import load_lines, refusal_table
from analysis.tables import html_table
from data.audit.entry import Event, What
from data.audit.note import make_sure_it_can_be_noted, note_done
from data.errors import UserError
from data.load_noted import load_noted
from data.load_report import LoadReport
from data.profile import shipped_profiles
from data.publish import publish
from data.uploads import upload_folder
from pages.widgets.choices import show_release
from pages.widgets.errors import message
from pages.widgets.literal import literally
from pages.widgets.text import card_title, paragraphs

REPORT, PUBLISHED = "_load_report", "_published"
HALFWAY = 0.5  # publish tells its steps, not how long each takes
GUIDE = (
    "CSV, Parquet eller Excel efter kontrakten, gerne flere filer på én gang. En dækningsfil (.covers.toml) lægges "
    "ved siden af. Filer med navne, CPR-numre eller ukendte kolonner bliver afvist."
)
CONTRACT = "Kontraktens kolonner"


def upload_panel() -> None:
    """Show the upload, what the last one did, and the step that makes it a release."""
    card_title("Indlæs et udtræk")
    paragraphs([GUIDE])
    files = st.file_uploader("Filer", accept_multiple_files=True, key="filer", label_visibility="collapsed")
    profile, sheet = _reading()
    check, store, release = st.columns(3)
    if check.button("Undersøg uden at gemme", disabled=not files, width="stretch"):
        _load(files, profile, sheet, check=True)
    if store.button("Indlæs", disabled=not files, type="primary", width="stretch"):
        _load(files, profile, sheet, check=False)
    if release.button("Udgiv det, der er indlæst", width="stretch"):
        _publish()
    _show_report(st.session_state.get(REPORT), st.session_state.get(PUBLISHED))


def _reading() -> tuple[str | None, str | None]:
    """Return how the files are to be read: a profile's name, and the sheet of a workbook; None for what is usual."""
    titles = {None: CONTRACT} | shipped_profiles()
    left, right = st.columns(2)
    profile = left.selectbox(
        "Filens opbygning",
        list(titles),
        format_func=lambda name: titles[name],
        filter_mode=None,
        placeholder=CONTRACT,
    )
    sheet = right.text_input("Ark i en Excel-fil", placeholder="Det første")
    return profile, sheet.strip() or None


def _load(files: Sequence[UploadedFile], profile: str | None, sheet: str | None, check: bool) -> None:
    """Load the uploaded files from a folder that is gone afterwards; the rows may be personal data."""
    # Imported where extracts are loaded: it weighs 6 MB, which no process of the council's needs.
    from data.load import load

    bar = st.progress(0.0, text="Begynder …")
    _forget()
    try:
        if not check:
            make_sure_it_can_be_noted()
        with upload_folder() as folder:
            paths = [_saved(file, folder) for file in files]
            extracts = [path for path in paths if path.suffix != ".toml"]
            report = load(extracts, profile=profile, sheet=sheet, check=check, progress=partial(_tell, bar))
        st.session_state[REPORT] = report
        if told := load_noted(report):
            message(told)
    except UserError as error:
        message(str(error))
    bar.empty()


def _saved(file: UploadedFile, folder: Path) -> Path:
    path = folder / Path(file.name).name
    content = file.getbuffer()
    if path.exists() and path.read_bytes() != content:
        raise UserError(f"To forskellige filer hedder {path.name}. Giv den ene et andet navn, og vælg dem igen.")
    path.write_bytes(content)
    return path


def _publish() -> None:
    bar = st.progress(0.0, text="Begynder …")
    _forget()
    try:
        make_sure_it_can_be_noted()
        published = publish(lambda step: _tell(bar, HALFWAY, step))
    except UserError as error:
        bar.empty()
        message(str(error))
        return
    made = "er udgivet" if published.created else "holder allerede det, der er indlæst"
    told = note_done(Event.PUBLISHED, What(release=published.id))
    st.session_state[PUBLISHED] = " ".join(filter(None, (f"Udgave #{published.id} {made}.", told)))
    show_release(published.id)


def _forget() -> None:
    """What an earlier step said is not true of this one."""
    for key in (REPORT, PUBLISHED):
        st.session_state.pop(key, None)


def _tell(bar: st.delta_generator.DeltaGenerator, share: float, text: str) -> None:
    bar.progress(min(max(share, 0.0), 1.0), text=literally(f"{text[:1].upper()}{text[1:]} …"))


def _show_report(report: LoadReport | None, published: str | None) -> None:
    if published:
        paragraphs([published])
    if report is None:
        return
    paragraphs(load_lines(report))
    if report.refused:
        st.html(html_table(refusal_table(report)))
