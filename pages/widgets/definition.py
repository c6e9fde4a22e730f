"""One area explained, folded until it is asked for."""

import streamlit as st
from markupsafe import Markup

from analysis.definitions import Definition


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
