"""The texts of a pack: what the rules wrote stays beside what a person makes of it, and contradictions are told."""

import streamlit as st
from markupsafe import Markup

from analysis.packs.content import Pack, Text
from analysis.packs.edits import edit_warnings
from data.register.draft import Draft
from pages.widgets.draft import text_key

LABEL = "Din udgave (tom: teksten ovenfor bruges)"


def show_texts(pack: Pack, code: str, kept: Draft) -> None:
    """Show every section's texts, as they are written and as they are edited."""
    warnings = edit_warnings(pack)
    for section in pack.sections:
        with st.container(key=f"kb-card-afsnit-{section.key}", border=True):
            st.html(Markup('<h2 class="kb-question">{}</h2>').format(section.kicker))
            _text(section.title, code, kept, warnings)
            if section.body:
                edited = sum(bool(text.edited) for text in section.body)
                with st.expander(f"Teksten under budskabet ({edited} rettet)", key=f"kb-fold-{section.key}"):
                    for text in section.body:
                        _text(text, code, kept, warnings)


def _text(text: Text, code: str, kept: Draft, warnings: dict[str, tuple[str, ...]]) -> None:
    st.html(Markup('<blockquote class="kb-generated">{}</blockquote>').format(text.generated))
    key = text_key(code, text.key)
    st.session_state.setdefault(key, kept.texts.get(text.key, ""))
    st.text_area(LABEL, key=key, height=80)
    for warning in warnings.get(text.key, ()):
        st.html(Markup('<p class="kb-warning" role="status"><span aria-hidden="true">△</span> {}</p>').format(warning))
