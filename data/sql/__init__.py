"""The questions, one per file. The first line of each says what a row is."""

from functools import cache
from pathlib import Path


@cache
def question(name: str) -> str:
    """Return the text of the question in `<name>.sql`."""
    return (Path(__file__).parent / f"{name}.sql").read_text(encoding="utf-8")
