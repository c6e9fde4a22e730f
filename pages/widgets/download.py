"""The one way that a file leaves: it is noted in the log when it is asked for, and not made when it cannot be noted."""

from collections.abc import Callable
from dataclasses import replace
from typing import Literal

import streamlit as st

from data.audit.entry import Event
from data.audit.note import acting, note
from pages.widgets.noted import what_is_seen


def download(
    label: str,
    content: Callable[[], bytes],
    *,
    name: str,
    mime: str,
    key: str,
    style: Literal["primary", "secondary", "tertiary"] = "secondary",
    **what: str,
) -> None:
    """Show a button for a file that is made when it is clicked; `what` says what else of the view it is about."""
    # The click is answered outside the run of the page: who looks, and at what, is known here.
    who, seen = acting(), replace(what_is_seen(**what), file=name.rsplit(".", 1)[-1])

    def noted() -> bytes:
        note(Event.EXPORTED, seen, who)
        return content()

    st.download_button(label, noted, file_name=name, mime=mime, key=key, on_click="ignore", type=style)
