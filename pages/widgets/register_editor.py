"""One typed entry: new, corrected or taken out. Of two who edit at once, the second is told, and loses nothing."""

from typing import Any

import streamlit as st

from analysis.register_tables import conflict_table, history_table
from analysis.tables import Table, html_table
from data.errors import UserError
from data.register import kept
from data.register.entries import EditConflictError, Entry
from data.register.form import written_texts
from data.register.kept import Form
from data.register.merge import merged
from pages.widgets.drafts import Draft, address_is_of_no_draft, current_draft, drop, name_in_address
from pages.widgets.entry_fields import entry_fields
from pages.widgets.errors import message

SAVED = "_register_saved"
LOST = "Det, der var begyndt på i linket, er her ikke mere. Det, der er gemt, er uændret."
BROUGHT_BACK = "Det, du havde skrevet, er hentet frem igen. Det er ikke gemt endnu."
MERGED = "Felterne viser nu begges rettelser: den andens, hvor du ikke selv havde skrevet noget."


def edit_entry(form: Form[Any], entry: Entry[Any] | None, editor: str) -> None:
    """Show an entry's fields, or a new one's, and save, take out or give up what is typed."""
    if told := st.session_state.pop(SAVED, None):
        message(told)
    draft, brought_back = current_draft(_fresh(form, entry))
    lost = address_is_of_no_draft()
    if brought_back:
        message(BROUGHT_BACK)
    if draft.conflict is not None:
        _show_conflict(*draft.conflict)
    above = st.container()
    draft.texts = entry_fields(form.fields, draft.texts, draft.name)
    if lost:
        with above:
            message(BROUGHT_BACK if draft.touched else LOST)
    name_in_address(draft)
    _buttons(form, entry, draft, editor, above)
    if entry is not None:
        with st.expander("Historik", key="kb-fold-historik"):
            st.html(html_table(history_table(form, kept.history(form, entry.id))))


def _show_conflict(told: str, table: Table | None) -> None:
    message(told)
    if table is not None:
        st.html(html_table(table))


def _fresh(form: Form[Any], entry: Entry[Any] | None) -> Draft:
    if entry is None:
        empty = {field.column: "" for field in form.fields}
        return Draft(form.kind.name, None, empty, dict(empty))
    texts = written_texts(form.fields, entry.content)
    return Draft(form.kind.name, entry.id, texts, dict(texts), entry.version)


def _buttons(form: Form[Any], entry: Entry[Any] | None, draft: Draft, editor: str, above: Any) -> None:
    save, undo, out = st.columns(3)
    if save.button("Gem", type="primary", width="stretch", disabled=not draft.touched):
        with above:
            _save(form, draft, editor)
    if undo.button("Fortryd det skrevne", width="stretch", disabled=not draft.touched):
        drop(draft)
        st.rerun()
    if entry is None:
        return
    sure = out.checkbox("Skal ud af listen", key=f"{draft.name}-sikker")
    if out.button("Fjern", width="stretch", disabled=not sure):
        with above:
            _withdraw(form, draft, editor)


def _save(form: Form[Any], draft: Draft, editor: str) -> None:
    try:
        content = form.checked(draft.texts)
        if draft.identity is None:
            saved = kept.add(form, content, editor)
        else:
            saved = kept.edit(form, draft.identity, draft.version, content, editor)
    except EditConflictError as conflict:
        _tell_conflict(form, draft, conflict)
    except UserError as error:
        message(str(error))
    else:
        _done(draft, f"Gemt {saved.edited}.")


def _withdraw(form: Form[Any], draft: Draft, editor: str) -> None:
    try:
        kept.withdraw(form, draft.identity or "", draft.version, editor)
    except EditConflictError as conflict:
        _tell_conflict(form, draft, conflict)
    except UserError as error:
        message(str(error))
    else:
        _done(draft, f"{form.definite.capitalize()} er taget ud af listen. Historikken er bevaret.")


def _tell_conflict(form: Form[Any], draft: Draft, conflict: EditConflictError) -> None:
    """Say what changed and by whom, and go on from the newest version with everything that was typed."""
    draft.conflict = (str(conflict), None)
    if not conflict.newest.withdrawn:
        theirs = written_texts(form.fields, conflict.newest.content)
        draft.conflict = (f"{conflict} {MERGED}", conflict_table(form, draft.base, draft.texts, conflict.newest))
        draft.texts = merged(draft.base, draft.texts, theirs)
        draft.base, draft.version = theirs, conflict.newest.version
        draft.turn += 1
    st.rerun()


def _done(draft: Draft, told: str) -> None:
    drop(draft)
    st.session_state[SAVED] = told
    st.rerun()
