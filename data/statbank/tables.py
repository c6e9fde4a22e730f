"""Which of Statistics Denmark's tables a file is, told by its variables, its periods, its titles and its figures."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from data.periods import Quarter, Year, parse_period
from data.statbank.cells import Cells, Layout
from data.statbank.codes import is_other_period, period_code
from data.statbank.text import listed, plain, refusal
from data.statbank.variables import AREA, IGNORED, MEASURE, OFFENCE, PERIOD, RESIDENT, SEVERITY, Key, identify, variable

KNOWN_TABLES = "STRAF11, STRAF22, FOLK1A, FAM55N, BOL101 og UHELDK1"

Columns = Mapping[str, int]


@dataclass(frozen=True)
class Table:
    """A table that we read.

    `keys` are kept, `summed` are not. A file with all of `signature` can be no other table. `words` is what its titles
    say. `leaves_out_zeros`: a cell that BULK leaves out is 0 (they are counts of events, and nothing is held back).
    """

    name: str
    period: type[Quarter] | type[Year]
    keys: tuple[Key, ...]
    summed: tuple[str, ...]
    signature: frozenset[str]
    words: str
    leaves_out_zeros: bool = False

    @property
    def title(self) -> str:
        return self.name.upper()

    @property
    def variables(self) -> frozenset[str]:
        return frozenset({key.name for key in self.keys} | set(self.summed))


TABLES = (
    Table(
        "straf11",
        Quarter,
        (AREA, PERIOD, OFFENCE),
        (),
        frozenset({"code"}),
        r"anmeldte forbrydelser(?! og sigtelser)|reported criminal offences(?! and)",
        leaves_out_zeros=True,
    ),
    Table(
        "straf22",
        Year,
        (AREA, PERIOD, OFFENCE, MEASURE),
        (),
        frozenset({"code"}),
        r"anmeldte forbrydelser og sigtelser|reported criminal offences and",
        leaves_out_zeros=True,
    ),
    Table(
        "folk1a",
        Quarter,
        (AREA, PERIOD),
        ("sex", "age", "marital"),
        frozenset({"marital"}),
        r"(?:folketal|befolkningen) den 1\. i kvartalet|population at the first day of the quarter",
    ),
    Table(
        "fam55n",
        Year,
        (AREA, PERIOD),
        ("household_type", "household_size", "children"),
        frozenset({"household_size"}),
        r"(?<!i )husstande (?:pr\. )?(?:1\. januar|efter)|households (?:at |on |per )?(?:1 january|january 1|by)",
    ),
    Table(
        "bol101",
        Year,
        (AREA, PERIOD, RESIDENT),
        ("use", "tenancy", "ownership", "built"),
        frozenset({"resident"}),
        r"(?<!i )boliger efter|dwellings .*by",
    ),
    Table(
        "uheldk1",
        Year,
        (AREA, PERIOD, SEVERITY),
        ("vehicle", "sex", "age_band"),
        frozenset({"severity"}),
        r"tilskadekomne og draebte i faerdselsuheld|(?:injured|killed) .*(?:road|traffic) accidents",
        leaves_out_zeros=True,
    ),
)


def columns_of(cells: Cells) -> Columns:
    """Return variable -> column. Raises UserError for a column that belongs to no table, and without area or time."""
    columns: dict[str, int] = {}
    for column, header in enumerate(cells.headers):
        labels = cells.labels(column)
        name = identify(header, labels)
        if name is None:
            raise refusal(cells.file, _unknown_column(labels), column=header or listed(labels, 2).strip("»«"))
        # A web export repeats a block's label where it heads the block on a row of its own.
        if name == IGNORED or (name in columns and cells.layout is not Layout.API):
            continue
        if name in columns:
            raise refusal(cells.file, f"To kolonner siger begge {_danish(name)}.", column=header)
        columns[name] = column
    for key in (PERIOD, AREA):
        if key.name not in columns:
            raise refusal(cells.file, f"Filen har ingen kolonne med {key.danish}. Kredsblik læser {KNOWN_TABLES}.")
    return columns


def period_type(cells: Cells, columns: Columns) -> type[Quarter] | type[Year]:
    """Return whether the periods are quarters or years. Raises UserError when some are neither, or both occur."""
    column = columns[PERIOD.name]
    kinds = set()
    for label in cells.labels(column):
        code = period_code(label)
        if code is None:
            line = int(cells.frame.loc[cells.frame[column] == label, "line"].iloc[0])
            what = "Måneder, uger og intervaller kan ikke bruges." if is_other_period(label) else ""
            raise refusal(
                cells.file, f"»{label}« er hverken et kvartal (2025K1) eller et år (2025). {what}".strip(), line
            )
        kinds.add(type(parse_period(code)))
    if len(kinds) > 1:
        raise refusal(cells.file, "Filen blander kvartaler og år. Hent dem hver for sig.")
    return kinds.pop()


def candidates(cells: Cells, columns: Columns, kind: type[Quarter] | type[Year]) -> tuple[Table, ...]:
    """Return the tables that the file can be by its variables and periods, fewer where it says more.

    Raises UserError when it can be none.
    """
    possible = [table for table in TABLES if table.period is kind and columns.keys() <= table.variables]
    if not possible:
        names = ", ".join(sorted(_danish(name) for name in columns))
        of = "kvartaler" if kind is Quarter else "år"
        raise refusal(cells.file, f"Ingen kendt tabel har {names} og {of}. Kredsblik læser {KNOWN_TABLES}.")
    signed = [table for table in possible if table.signature <= columns.keys()]
    named = [table for table in possible if said_in_titles(table, cells)]
    return tuple(signed or named or possible)


def said_in_titles(table: Table, cells: Cells) -> bool:
    """Return whether the text above the table, or the name of its value column, is this table's."""
    text = plain(" ".join(cells.titles))
    return re.search(table.words, text) is not None or re.search(rf"\b{table.name}\b", text) is not None


def _danish(name: str) -> str:
    return variable(name).danish


def _unknown_column(labels: list[str]) -> str:
    return (
        f"Kolonnen ({listed(labels, 3)}) hører ikke til en tabel, der kan læses. Kredsblik læser {KNOWN_TABLES}; "
        "udelad andre variable, når tabellen hentes."
    )
