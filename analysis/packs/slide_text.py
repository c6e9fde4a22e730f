"""How much room a text takes: letters have widths, and a message of three lines pushes the figure down."""

from analysis.tables import Table, written

# Widths of Arial in thousandths of the size, by group of letters; a little too wide is better than an overflow.
_NARROW, _WIDE = set("iljtfrI.,:;'|!()[]·–- "), set("mwMWÆæ%—▲△●▽▼○⊘")
_WIDTHS = {"narrow": 330, "plain": 565, "capital": 700, "wide": 900}
_BOLD = 1.07
_NARROWEST, _WIDEST, _BETWEEN = 9, 46, 3  # letters that a column is made for, and between two of them


def lines_of(text: str, points: float, width_inches: float, *, bold: bool = False) -> int:
    """Return how many lines the text takes when it is broken between words; 0 for none."""
    if not text:
        return 0
    room, used, lines = width_inches * 72, 0.0, 1
    for word in text.replace("\N{NO-BREAK SPACE}", "x").split(" "):
        length = _length(word, points, bold)
        space = _length(" ", points, bold) if used else 0.0
        if used and used + space + length > room:
            lines, used = lines + 1, length
        else:
            used += space + length
    return lines


def column_shares(table: Table) -> tuple[float, ...]:
    """Return each column's part of a table's width, by its longest text."""
    letters = [
        max(len(column.title), *(len(written(row[at], column)) for row in table.rows)) + _BETWEEN
        if table.rows
        else len(column.title) + _BETWEEN
        for at, column in enumerate(table.columns)
    ]
    bounded = [min(_WIDEST, max(_NARROWEST, count)) for count in letters]
    return tuple(count / sum(bounded) for count in bounded)


def _length(word: str, points: float, bold: bool) -> float:
    thousandths = sum(_width(letter) for letter in word)
    return thousandths / 1000 * points * (_BOLD if bold else 1.0)


def _width(letter: str) -> int:
    if letter in _NARROW:
        return _WIDTHS["narrow"]
    if letter in _WIDE:
        return _WIDTHS["wide"]
    return _WIDTHS["capital"] if letter.isupper() else _WIDTHS["plain"]
