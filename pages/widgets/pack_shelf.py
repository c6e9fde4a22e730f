"""Freezing packs, and the frozen ones: each opens again to the byte, whatever has been released since."""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup

from analysis.danish import number
from analysis.meetings import parse_meeting
from analysis.packs.answers_file import Answers
from analysis.packs.content import Pack
from analysis.packs.preparation import frozen, still_missing
from data.catalogue import AREAS
from data.errors import UserError
from data.municipalities import area_name
from data.register.packs import PackEntry, frozen_packs, pack_files
from pages.widgets.download import download
from pages.widgets.errors import message
from pages.widgets.text import card_title, paragraphs

FROZEN = "_frozen_now"
NOTHING = "Ingen mødepakke er frosset endnu."
KINDS = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "csv": "text/csv",
}
NAMES = {"pptx": "PowerPoint", "docx": "Word", "pdf": "PDF"}


def freeze_panel(packs: Sequence[Pack], answers: Answers) -> None:
    """Show what is missing before the packs may be frozen, else the step that does it."""
    missing = still_missing(packs, answers)
    if missing:
        paragraphs(["Forhåndstjekket mangler svar, før der kan fryses:"])
        _list(missing)
    label = "Frys mødepakken" if len(packs) == 1 else f"Frys alle {number(len(packs))} mødepakker"
    if st.button(label, type="primary", disabled=bool(missing)):
        _freeze(packs, answers)
    if told := st.session_state.pop(FROZEN, None):
        message(told)


def _freeze(packs: Sequence[Pack], answers: Answers) -> None:
    bar = st.progress(0.0, text="Begynder …")
    done = 0
    try:
        for done, _ in enumerate(frozen(packs, answers), 1):
            bar.progress(done / len(packs), text=f"{done} af {len(packs)}: {packs[done - 1].title}")
    except UserError as error:
        bar.empty()
        message(f"{error} Frosset før det: {number(done)} af {number(len(packs))}.")
        return
    told = "Mødepakken er frosset." if done == 1 else f"{number(done)} mødepakker er frosset."
    st.session_state[FROZEN] = f"{told} Hent filerne nedenfor."
    st.rerun()


def _list(missing: Mapping[str, Sequence[str]]) -> None:
    items = Markup("").join(
        Markup("<li><b>{}:</b> {}</li>").format(title, " ".join(questions)) for title, questions in missing.items()
    )
    st.html(Markup("<ul>{}</ul>").format(items))


def shelf(first: str) -> None:
    """Show the frozen packs, those of the meeting (code) first and then the newest; files are read when asked for."""
    card_title("Frosne mødepakker")
    every = sorted(frozen_packs(), key=lambda entry: entry.content.meeting, reverse=True)
    if not every:
        paragraphs([NOTHING])
    for entry in sorted(every, key=lambda entry: entry.content.meeting != first):
        with st.expander(_title(entry), key=f"kb-fold-{entry.id}", on_change="rerun") as fold:
            if fold.open:
                _files(entry)


def _title(entry: PackEntry) -> str:
    pack = entry.content
    about = AREAS[pack.theme].name if pack.theme in AREAS else area_name(pack.municipality)
    return f"{parse_meeting(pack.meeting).name}: {about}. Udgave #{pack.release}"


def _files(entry: PackEntry) -> None:
    paragraphs([f"Frosset {entry.edited}, version {number(entry.version)}. Filerne er gemt, som de var."])
    files = pack_files(entry.content.code, entry.version)
    with st.container(horizontal=True, key=f"kb-files-{entry.id}"):
        for name, content in files.items():
            ending = name.rsplit(".", 1)[-1]
            download(
                NAMES.get(ending, name),
                partial(bytes, content),
                name=name,
                mime=KINDS.get(ending, "application/octet-stream"),
                key=f"hent-{entry.id}-{name}",
                municipality=entry.content.municipality,
                release=entry.content.release,
                about=entry.id,
            )
