"""How wide a table's columns are: no word is broken, and what is left goes to the columns with long texts."""

from analysis.packs.slide_text import length_of
from analysis.tables import Table, written

PADDING_POINTS = 5.8  # on either side of a cell's text
WIDEST = 26  # times the size of the letters: a longer text goes over two lines
POINTS_PER_INCH = 72


def column_shares(table: Table, points: float, width_inches: float) -> tuple[float, ...]:
    """Return each column's part of a table that is so wide, in letters of this size."""
    columns = _lengths(table, points)
    least = [word + 2 * PADDING_POINTS for word, _ in columns]
    wanted = [max(word, min(text, WIDEST * points)) + 2 * PADDING_POINTS for word, text in columns]
    more = _granted(
        [want - low for low, want in zip(least, wanted, strict=True)], width_inches * POINTS_PER_INCH - sum(least)
    )
    given = [low + extra for low, extra in zip(least, more, strict=True)]
    return tuple(width / sum(given) for width in given)


def _granted(wishes: list[float], room: float) -> list[float]:
    """Return what each wish gets: the small ones all they ask for, the large ones equal parts of what is left."""
    given = [0.0] * len(wishes)
    for left, at in enumerate(sorted(range(len(wishes)), key=wishes.__getitem__)):
        given[at] = min(wishes[at], max(0.0, room) / (len(wishes) - left))
        room -= given[at]
    return given


def _lengths(table: Table, points: float) -> list[tuple[float, float]]:
    """Return each column's longest word and longest text, in points; a heading is bold."""
    found = []
    for at, column in enumerate(table.columns):
        texts = [(column.title, True), *((written(row[at], column), False) for row in table.rows)]
        words = max(length_of(word, points, bold=bold) for text, bold in texts for word in text.split(" "))
        found.append((words, max(length_of(text, points, bold=bold) for text, bold in texts)))
    return found
