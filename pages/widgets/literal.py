"""Text from files and people where Streamlit would read it as Markdown: a label, a progress bar."""

import re

# What begins or ends something in Markdown, and the colon of an address, of a colour and of an icon.
_MARKS = re.compile(r"([\\`*_{}\[\]()<>#+!|$:~@&-])")


def literally(text: str) -> str:
    """Return Markdown that shows the text as it is written."""
    return _MARKS.sub(r"\\\1", text)
