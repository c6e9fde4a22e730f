"""The frame of every page: set-up, what was chosen, which pages there are, the page and its footer."""

import streamlit as st

from pages import event_of, navigation
from pages.server.parts import parts
from pages.widgets.choices import choose
from pages.widgets.errors import explained
from pages.widgets.frame import LOOK, footer, run_our_script
from pages.widgets.noted import note_page
from pages.widgets.visitor_line import let_in

TITLE = "Kredsblik"


def main() -> None:
    st.set_page_config(page_title=TITLE, page_icon=str(LOOK / "icon.svg"), layout="wide")
    run_our_script()
    with explained():
        if not let_in():
            return
        choice = choose()
        page = navigation(choice)
        st.set_page_config(page_title=f"{page.title} · {TITLE}")
        with explained():
            note_page(event_of(page), page.url_path, choice)
            page.run()
        footer(choice)


if __name__ == "__main__":
    # Streamlit runs this file anew for every visit and every choice.
    main()
else:
    # The server imports it once; it looks for this very assignment, and serves without a guard when it is elsewhere.
    app = st.App(__file__, **parts())
