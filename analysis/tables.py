"""The table twin of a figure: one typed table, as accessible HTML and as a CSV that Danish Excel opens right."""

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from markupsafe import Markup

from analysis.danish import MISSING, NO_BREAK, number, plain_number

Cell = str | int | float | None

MISSING_NOTE = f"{MISSING} betyder: ikke leveret, eller må ikke vises. 0 betyder ingen."
CSV_MISSING_NOTE = "En tom celle betyder: ikke leveret, eller må ikke vises. 0 betyder ingen."

# Characters: a name, a period or a date of so few stays on one line, and a heading as wide as its numbers.
SHORT_TEXT, SHORT_HEADING = 15, 9
# Characters: what a phone's line holds in a table, the air beside a cell's text, and what is more than a name.
PHONE_CHARACTERS, CELL_MARGIN, LONG_TEXT = 44, 2, 25
BY_ROW = "kb-by-row"

# What makes a spreadsheet run a text cell as a formula, some of them behind blanks; wide signs are read as narrow ones.
_FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_BLANKS = ("\t", "\r", "\n")


@dataclass(frozen=True)
class Column:
    """A heading; `decimals` is None for text. A probability is never nothing: it is under the least that is written."""

    title: str
    decimals: int | None = None
    probability: bool = False


@dataclass(frozen=True)
class Table:
    """A finished table: None is missing, 0 is none. `source` says where the numbers come from."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    source: str

    @property
    def has_missing(self) -> bool:
        return any(cell is None for row in self.rows for cell in row)


@lru_cache(maxsize=128)
def html_table(table: Table) -> Markup:
    """Return the table as HTML; its first column heads the rows, and a column of words without a word is left out."""
    shown = [place for place in range(len(table.columns)) if place == 0 or not _is_empty(table, place)]
    wide = _width(table, shown)
    head = Markup("").join(_heading(table.columns[place]) for place in shown)
    body = Markup("").join(
        Markup("<tr>{}</tr>").format(
            Markup("").join(_html_cell(row[place], table.columns[place], place, wide) for place in shown)
        )
        for row in table.rows
    )
    return Markup(
        '<div{look} role="region" aria-label="{title}" tabindex="0"><table><caption>{title}</caption>'
        "<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>{note}"
    ).format(look=_classes("kb-table", wide), title=table.title, head=head, body=body, note=_html_note(table))


def csv_bytes(table: Table, release_lines: Sequence[str] = ()) -> bytes:
    """Return the table as CSV: `;`, decimal comma, UTF-8 with BOM; title, source and release lines come first."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    notes = [CSV_MISSING_NOTE] if table.has_missing else []
    for line in (table.title, f"Kilde: {table.source}", *release_lines, *notes):
        writer.writerow([harmless(line)])
    writer.writerow([])
    writer.writerow([harmless(column.title) for column in table.columns])
    for row in table.rows:
        writer.writerow(list(map(_csv_cell, row, table.columns)))
    return text.getvalue().encode("utf-8-sig")


def written(cell: Cell, column: Column) -> str:
    """Return a cell as people read it."""
    if isinstance(cell, str):
        return cell
    decimals = column.decimals or 0
    least = 10**-decimals
    if column.probability and cell is not None and cell < least / 2:
        return f"<{NO_BREAK}{number(least, decimals)}"
    return number(cell, decimals)


def _is_empty(table: Table, place: int) -> bool:
    """Return whether nothing is written in a column of words; a missing value is a dash, and that is something."""
    return bool(table.rows) and all(row[place] == "" for row in table.rows)


def _width(table: Table, shown: Sequence[int]) -> str:
    """Return how a phone shows a table that is wider than itself: sentences row by row, numbers behind their names."""
    every = {at: [written(row[at], table.columns[at]) for row in table.rows] for at in shown}
    least = [max(map(_longest_word, (table.columns[at].title, *texts))) for at, texts in every.items()]
    if sum(least) + CELL_MARGIN * len(shown) <= PHONE_CHARACTERS:
        return ""
    told = any(len(text) > LONG_TEXT for at in shown[1:] for text in every[at])
    return BY_ROW if told else "kb-wide"


def _longest_word(text: str) -> int:
    return len(text) if _short(text, SHORT_TEXT) else max(map(len, text.split()), default=0)


def _heading(column: Column) -> Markup:
    look = "" if column.decimals is None else "kb-number"
    return Markup('<th scope="col"{}>{}</th>').format(_classes(look, _short(column.title, SHORT_HEADING)), column.title)


def _html_cell(cell: Cell, column: Column, place: int, wide: str) -> Markup:
    text = written(cell, column)
    if place == 0:
        return Markup('<th scope="row"{}>{}</th>').format(_classes(_short(text, SHORT_TEXT)), text)
    look = _short(text, SHORT_TEXT) if column.decimals is None else "kb-number"
    named = Markup(' data-title="{}"').format(column.title) if wide == BY_ROW else ""
    return Markup("<td{}{}>{}</td>").format(_classes(look), named, text)


def _short(text: str, most: int) -> str:
    return "kb-short" if len(text) <= most and not text.isalnum() else ""


def _classes(*names: str) -> Markup:
    found = " ".join(filter(None, names))
    return Markup(' class="{}"').format(found) if found else Markup("")


def _html_note(table: Table) -> Markup:
    return Markup('<p class="kb-note">{}</p>').format(MISSING_NOTE) if table.has_missing else Markup("")


def _csv_cell(cell: Cell, column: Column) -> str:
    if cell is None:
        return ""
    return harmless(cell) if isinstance(cell, str) else plain_number(cell, column.decimals or 0)


def harmless(text: str) -> str:
    """Return the text so that no spreadsheet takes it for a formula."""
    is_formula = text.lstrip().startswith(_FORMULA_STARTS) or text.startswith(_BLANKS)
    return f"'{text}" if is_formula else text
