"""The initiatives that the project ships: facts with their source, which the register may correct or end."""

from functools import cache

from data.reference import project_rows
from data.register.checks import checked_initiative
from data.register.entries import SHIPPED, Entry
from data.register.initiative import Initiative

SHIPPED_BY = "Kredsblik"


@cache
def shipped_initiatives() -> tuple[Entry[Initiative], ...]:
    """Return the shipped initiatives, each as version 0."""
    return tuple(Entry(row["id"], SHIPPED, checked_initiative(row), SHIPPED_BY) for row in project_rows("initiatives"))
