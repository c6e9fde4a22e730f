"""Ret registeret (analysts): initiatives and handleplaner, activities and survey shares, typed in and corrected."""

import streamlit as st

from analysis.choice import Choice
from analysis.register_tables import entry_label
from data.register.forms import FORMS
from pages.widgets.choices import page_choice
from pages.widgets.editor import editor_name
from pages.widgets.register_editor import edit_entry
from pages.widgets.register_files import register_files
from pages.widgets.text import card_title, heading

LEAD = (
    "Det, der skrives her, ses straks i analytikernes rum. Kredsrådet ser det, når der er udgivet igen, og kun det, "
    "der er synligt for hele kredsrådet. Skriv funktioner, ikke navne: personoplysninger bliver ikke gemt."
)
KINDS = {"indsatser": "Indsatser og handleplaner", "aktiviteter": "Møder og oplæg", "tryghed": "Tryghedsundersøgelser"}
NEW = "ny"


def register_view(_choice: Choice) -> None:
    heading("Ret registeret", LEAD)
    left, right = st.container(key="kb-post").columns((1, 2.3))
    with left:
        kind = page_choice("Hvad", "slags", KINDS)
        form, listed = FORMS[kind]
        entries = {entry.id: entry for entry in listed()}
        names = {NEW: f"Ny {form.name}"} | {code: entry_label(form, entry) for code, entry in entries.items()}
    with right:
        chosen = page_choice("Post", f"post_{kind}", names)
        editor = editor_name()
    with st.container(key="kb-card-post", border=True):
        card_title(names[chosen])
        edit_entry(form, entries.get(chosen), editor)
    with st.container(key="kb-card-filer", border=True):
        register_files(form, list(entries.values()), kind, editor)
