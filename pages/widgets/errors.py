"""What a reader sees when something goes wrong: Danish, calm, and never a traceback."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from markupsafe import Markup

from data.errors import UserError

UNEXPECTED = "Siden kunne ikke vises. Prøv igen, eller vælg en anden periode. Fejlen er skrevet i programmets log."

_LOG = logging.getLogger(__name__)


@contextmanager
def explained() -> Iterator[None]:
    """Show what goes wrong inside the block as a Danish message; the details go to the log."""
    try:
        yield
    except UserError as error:
        message(str(error))
    except Exception:
        _LOG.exception("A page failed")
        message(UNEXPECTED)


def message(text: str) -> None:
    """Show a message that a reader must see."""
    st.html(Markup('<p class="kb-message" role="status">{}</p>').format(text))
