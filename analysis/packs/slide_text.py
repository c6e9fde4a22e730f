"""How much room a text takes: letters have widths, and a message of three lines pushes the figure down."""

# Widths of Arial in thousandths of the size, by group of letters; a little too wide is better than an overflow.
_NARROW, _WIDE = set("iljtfrI.,:;'|!()[]·- \N{NO-BREAK SPACE}"), set("mwMWÆæ%—▲△●▽▼○⊘")
_WIDTHS = {"narrow": 330, "plain": 565, "capital": 700, "wide": 900}
_BOLD = 1.07


def lines_of(text: str, points: float, width_inches: float, *, bold: bool = False) -> int:
    """Return how many lines the text takes when it is broken between words; 0 for none."""
    if not text:
        return 0
    room, used, lines = width_inches * 72, 0.0, 1
    for word in text.split(" "):
        length = length_of(word, points, bold=bold)
        space = length_of(" ", points, bold=bold) if used else 0.0
        if used and used + space + length > room:
            lines, used = lines + 1, length
        else:
            used += space + length
    return lines


def length_of(text: str, points: float, *, bold: bool = False) -> float:
    """Return the length of a text on one line, in points."""
    thousandths = sum(_width(letter) for letter in text)
    return thousandths / 1000 * points * (_BOLD if bold else 1.0)


def _width(letter: str) -> int:
    if letter in _NARROW:
        return _WIDTHS["narrow"]
    if letter in _WIDE:
        return _WIDTHS["wide"]
    return _WIDTHS["capital"] if letter.isupper() else _WIDTHS["plain"]
