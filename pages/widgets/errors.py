"""What a reader sees when something goes wrong: Danish, calm, and never a traceback."""

import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st
from markupsafe import Markup

from data.errors import UserError
from data.home import home

UNEXPECTED = "Siden kunne ikke vises. Prøv igen, eller vælg en anden periode. Fejlen er skrevet i programmets log."

# From the root or a drive to the last folder: what is left is the file's name.
_FOLDERS = re.compile(r"(?<![\w/\\])(?:[A-Za-z]:)?[/\\](?:[^\s/\\»«]+[/\\])+")
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
    """Show a message that a reader must see; where on the machine a file lies is the administrator's to know."""
    st.html(Markup('<p class="kb-message" role="status">{}</p>').format(without_folders(text)))


def without_folders(text: str) -> str:
    """Return the text with every path cut down to its last name."""
    known = text.replace(f"{home()}{os.sep}", "").replace(str(home()), home().name)  # may have spaces in it
    return _FOLDERS.sub("", known)
