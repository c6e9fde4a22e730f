"""The frame: what it looks like, Danish chrome, the brand and the footer."""

from functools import cache
from pathlib import Path
from urllib.parse import urlencode

import streamlit as st
from markupsafe import Markup
from streamlit.navigation.page import StreamlitPage

from analysis.accessibility import PATH, TITLE
from analysis.choice import Choice, address_of
from analysis.provenance import DEMO, provenance
from data.municipalities import POLICE_DISTRICT
from pages.widgets.dark_figures import dark_figures

LOOK = Path(__file__).parent.parent / "look"
# In this order: paper has the last word.
STYLES = ("style.css", "presentation.css", "dark.css", "access.css", "visitor.css", "print.css")
SCRIPTS = ("danish.js", "presentation.js", "print.js", "sign_in.js", "again.js")


def run_our_script() -> None:
    """Make Streamlit's own words Danish, among the rest that our script does."""
    with st.container(key="kb-script"):
        st.html(f"<script>{script_text()}</script>", unsafe_allow_javascript=True)


def brand(home: StreamlitPage) -> None:
    """Show the name of the product, a link to the overview."""
    with st.container(key="kb-brand"):
        st.page_link(home, label="Kredsblik")


def footer(choice: Choice | None) -> None:
    """Show what the page stands on: dates, release, and that hatching means provisional."""
    if choice is None:
        return
    release = choice.release
    badge = Markup('<span class="kb-badge">{}</span>').format(DEMO) if release.demo else Markup("")
    facts = Markup("").join(Markup("<span>{}</span>").format(fact) for fact in provenance(release))
    statement = Markup('<a href="{}?{}">{}</a>').format(PATH, urlencode(address_of(choice)), TITLE)
    st.html(
        Markup('<footer class="kb-footer">{}{}<span>{}</span>{}</footer>').format(
            badge, facts, POLICE_DISTRICT, statement
        )
    )


@cache
def style() -> str:
    """Return our style, which the server writes into the page before anything is shown."""
    return f"{''.join(map(_read, STYLES))}{dark_figures()}"


@cache
def script_text() -> str:
    """Return the one script of ours that runs in a browser: the server tells the browser to run no other."""
    return "".join(map(_read, SCRIPTS))


def _read(name: str) -> str:
    return (LOOK / name).read_text(encoding="utf-8")
