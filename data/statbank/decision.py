"""What a file counts, settled for certain: its table, and what it does not say itself. Otherwise it is refused."""

from dataclasses import dataclass

import pandas as pd

from data.periods import Quarter, Year
from data.reference import VALUE, offence_codes
from data.statbank.cells import Cells, Layout
from data.statbank.codes import offences_named_in
from data.statbank.known import has_known_figures, is_known_size, offence_with_these_counts
from data.statbank.tables import Columns, Table, candidates, said_in_titles
from data.statbank.text import plain, refusal
from data.statbank.variables import MEASURE, OFFENCE, RESIDENT, SEVERITY, variable

_CHOOSE = "Hent den igen med mindst to værdier valgt i den variabel, eller fra API'et, hvor den har sin egen kolonne."


@dataclass(frozen=True)
class Decision:
    """The table; `fixed`: codes of keys that the file has no column for; `assumptions` are told to the user."""

    table: Table
    fixed: dict[str, str]
    assumptions: tuple[str, ...]


def decide(cells: Cells, columns: Columns, kind: type[Quarter] | type[Year], rows: pd.DataFrame) -> Decision:
    """Return what the coded rows count. Raises UserError, naming the choice that is missing, when it is not certain."""
    possible = candidates(cells, columns, kind)
    table = possible[0] if len(possible) == 1 else _by_figures(cells, possible, rows)
    fixed: dict[str, str] = {}
    assumptions: list[str] = []
    missing = {key.name for key in table.keys} - columns.keys()
    if OFFENCE.name in missing:
        fixed[OFFENCE.name], why = _offence(cells, rows)
        assumptions.append(why)
    if RESIDENT.name in missing and cells.layout is Layout.API:
        # The API has a column for every variable that was chosen; one that was not is summed by Statistics Denmark.
        assumptions.append("Beboertype (BEBO) er ikke i filen: tallene er taget som alle boliger.")
        missing.remove(RESIDENT.name)
    for key in (MEASURE, SEVERITY, RESIDENT):
        if key.name in missing:
            raise refusal(
                cells.file, f"Filen er {table.title}, men siger ikke, hvilken {key.danish} tallene gælder. {_CHOOSE}"
            )
    if hidden := [name for name in table.summed if name not in columns]:
        assumptions += _whole(cells, table, hidden, rows)
    return Decision(table, fixed, tuple(assumptions))


def _by_figures(cells: Cells, possible: tuple[Table, ...], rows: pd.DataFrame) -> Table:
    """Return the table whose figures are known to be these; the file's name counts only where they leave a choice."""
    same = [table for table in possible if _has_known_figures(table, rows)]
    by_size = [table for table in possible if is_known_size(table.name, rows) is True]
    in_name = [table for table in possible if table.name in plain(cells.file)]
    for agreed in (same, [table for table in by_size if table in in_name], by_size, in_name):
        if len(agreed) == 1:
            return agreed[0]
    names = " eller ".join(table.title for table in possible)
    raise refusal(
        cells.file,
        f"Filen siger ikke, hvad tallene tæller ({names}?). Hent den igen med titel, eller fra API'et, hvor hver "
        "variabel har sin egen kolonne.",
    )


def _has_known_figures(table: Table, rows: pd.DataFrame) -> bool:
    if OFFENCE in table.keys:
        return offence_with_these_counts(rows) is not None
    return has_known_figures(table.name, rows)


def _offence(cells: Cells, rows: pd.DataFrame) -> tuple[str, str]:
    """Return the offence that a file without an offence column counts, and how that is known."""
    named = offences_named_in(" ".join(cells.titles))
    counted = offence_with_these_counts(rows) if VALUE in rows else None
    if len(named) == 1 and counted in (None, *named):
        code = named.pop()
        return code, f"Overtrædelsen står kun i titlen: {_label(code)} ({code})."
    if counted and not named - {counted}:
        return counted, (
            f"Filen siger ikke, hvilken overtrædelse den gælder. Tallene er dem, der allerede er kendt for "
            f"{_label(counted)} ({counted}), så den er læst sådan."
        )
    raise refusal(
        cells.file,
        "Filen siger ikke, hvilken overtrædelse tallene gælder, og de svarer ikke til en kendt talrække. Vælg "
        "overtrædelsens art (OVERTRÆD), når tabellen hentes, så den står i filen.",
    )


def _whole(cells: Cells, table: Table, hidden: list[str], rows: pd.DataFrame) -> list[str]:
    """Return what is assumed of variables without a column: that nobody chose a part of them.

    The API has a column for every variable that was chosen, and a title names them; else the figures must be of the
    size that is known.
    """
    names = ", ".join(variable(name).danish for name in hidden)
    title = plain(" ".join(cells.titles))
    told = said_in_titles(table, cells) and not any(plain(variable(name).danish) in title for name in hidden)
    size = is_known_size(table.name, _per_area_and_period(rows))
    if cells.layout is not Layout.API and not told and not size:
        far = " Tallene er langt fra de kendte." if size is False else ""
        raise refusal(
            cells.file,
            f"Filen ligner {table.title}, men viser ikke, om den gælder alle værdier af {names}.{far} Hent den med "
            "titel, eller fra API'et, og vælg alle værdier.",
        )
    return [f"Ikke valgt i filen, altså talt med under ét: {names}."]


def _per_area_and_period(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows with one total per area and period, as far as the file can say."""
    if SEVERITY.name in rows:
        kinds = set(rows[SEVERITY.name])
        if not ({"0"} <= kinds or {"1", "2", "3"} <= kinds):
            rows = rows.iloc[:0]
        rows = rows[rows[SEVERITY.name] == "0"] if "0" in kinds else rows
    return rows.groupby(["area", "period"])[VALUE].sum().reset_index()


def _label(code: str) -> str:
    return next(offence.label_da for offence in offence_codes() if offence.code == code)
