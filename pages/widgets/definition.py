"""One area, or one method, explained: the formula folded until it is asked for."""

import streamlit as st
from markupsafe import Markup

from analysis.definitions import Definition
from analysis.methods import Method


def show_definition(definition: Definition, key: str) -> None:
    """Show an area's definition: what, source, denominator, breaks, what is held back."""
    with st.expander(definition.title, key=f"kb-fold-{key}"):
        st.html(
            Markup("").join(
                Markup('<h3 class="kb-fact">{}</h3>{}').format(
                    heading, Markup("").join(Markup("<p>{}</p>").format(text) for text in texts)
                )
                for heading, texts in definition.paragraphs
            )
        )


def show_method(method: Method) -> None:
    """Show what a method answers in plain words; its formula and source are behind the fold."""
    st.html(Markup('<h3 class="kb-fact">{}</h3><p class="kb-method">{}</p>').format(method.title, method.plain))
    with st.expander(f"Formlen bag: {method.title}", type="compact", key=f"kb-formel-{method.title}"):
        st.html(Markup("<p>{}</p><p>Kilde: {}.</p>").format(method.formula, method.source))
