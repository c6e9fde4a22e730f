"""The steps from an empty file to the register of today, one SQL file each, in the order of their names.

A step that has been released is never edited: files out there have taken it. What changes is a new step.
"""

from functools import cache
from pathlib import Path


@cache
def steps() -> tuple[str, ...]:
    """Return the SQL of every step; a file that has taken n of them has schema version n."""
    return tuple(file.read_text(encoding="utf-8") for file in sorted(Path(__file__).parent.glob("*.sql")))
