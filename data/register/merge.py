"""Two who edited the same entry: what each changed, and both put together where they do not meet."""

from collections.abc import Mapping

Texts = Mapping[str, str]


def merged(base: Texts, mine: Texts, theirs: Texts) -> dict[str, str]:
    """Return what I changed since `base`, and theirs in every other field; nobody's change is undone unseen."""
    return {column: theirs[column] if text == base[column] else text for column, text in mine.items()}


def changed(before: Texts, after: Texts) -> tuple[str, ...]:
    """Return the columns that differ."""
    return tuple(column for column, text in after.items() if before[column] != text)
