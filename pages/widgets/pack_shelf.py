"""Freezing packs, and the frozen ones: each opens again to the byte, whatever has been released since.

What is frozen is handed to the council within minutes; it can be taken back here.
"""

from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st
from markupsafe import Markup

from analysis.danish import number
from analysis.meetings import parse_meeting
from analysis.packs.answers_file import Answers
from analysis.packs.content import Pack, pack_title
from analysis.packs.preparation import frozen, still_missing
from data.errors import UserError
from data.municipalities import DISTRICT
from data.register.packs import PackEntry, frozen_packs, pack_files, take_back
from pages.widgets.download import download
from pages.widgets.errors import message
from pages.widgets.text import card_title, paragraphs

FROZEN, TAKEN_BACK = "_frozen_now", "_taken_back_now"
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
    whose = "hele kredsrådet" if packs[0].subject.municipality == DISTRICT else "kommunen"
    paragraphs([f"Frosne pakker bliver udleveret til {whose} på siden Mødepakker inden for få minutter."])
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


def shelf(first: str, editor: str = "") -> None:
    """Show the frozen packs, those of the meeting (code) first and then the newest; files are read when asked for.

    `editor` may take them back; empty for somebody who only looks.
    """
    card_title("Frosne mødepakker")
    if told := st.session_state.pop(TAKEN_BACK, None):
        message(told)
    every = sorted(frozen_packs(), key=lambda entry: entry.content.meeting, reverse=True)
    if not every:
        paragraphs([NOTHING])
    for entry in sorted(every, key=lambda entry: entry.content.meeting != first):
        with st.expander(_title(entry), key=f"kb-fold-{entry.id}", on_change="rerun") as fold:
            if fold.open:
                _files(entry)
                if editor:
                    _take_back(entry, editor)


def _title(entry: PackEntry) -> str:
    pack = entry.content
    return f"{parse_meeting(pack.meeting).name}: {pack_title(pack.theme, pack.municipality)}. Udgave #{pack.release}"


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


def _take_back(entry: PackEntry, editor: str) -> None:
    sure = st.checkbox("Kredsrådet skal ikke have pakken", key=f"sikker-{entry.id}")
    if not st.button("Tag pakken tilbage", key=f"tilbage-{entry.id}", disabled=not sure):
        return
    try:
        take_back(entry, editor)
    except UserError as error:
        message(str(error))
    else:
        st.session_state[TAKEN_BACK] = (
            "Mødepakken er taget tilbage og forsvinder fra kredsrådets side inden for få minutter. Hvad der er hentet, "
            "er hos modtageren. Pakken kan fryses igen."
        )
        st.rerun()
