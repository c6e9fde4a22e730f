"""The table's own cells: variables that are not kept are summed, where the file has all of them."""

from collections.abc import Sequence

import pandas as pd

from data.reference import SERIES_KEYS, VALUE
from data.statbank.ages import AGE, age_span, covers_every_age
from data.statbank.cells import LINE, Cells
from data.statbank.decision import Decision
from data.statbank.text import listed, refusal
from data.statbank.variables import AREA, RESIDENT, SEVERITY, Summed, is_total, variable

LIVED_IN, NOT_LIVED_IN, EMPTY_COTTAGE = "1000", "2000", "5000"

# So many other areas must have what the last one lacks, before the file is thought to be cut off.
OTHER_AREAS = 5


def table_cells(cells: Cells, rows: pd.DataFrame, decision: Decision, has_zeros: bool) -> pd.DataFrame:
    """Return the table's key columns and `value` (missing: unknown), one row per key, unsorted.

    Raises UserError when a cell is given twice with different values, or a sum would lack some of its parts.
    """
    rows = once(cells, rows)
    if RESIDENT.name in rows:
        rows = _dwellings(cells, rows)
    summed = [name for name in rows.columns if name in decision.table.summed]
    for name in summed:
        rows = whole_of(cells, rows, name, has_zeros)
    keys = [name for name in SERIES_KEYS[decision.table.name] if name in rows]
    check_parts(cells, rows, keys, [name for name in summed if rows[name].nunique() > 1], has_zeros)
    # In the file's order: what is missing at its end is told by it.
    unknown = rows[VALUE].isna().groupby([rows[key] for key in keys], sort=False).any()
    sums = rows.groupby(keys, sort=False)[VALUE].sum().mask(unknown)
    table = sums.reset_index().assign(**decision.fixed)
    if SEVERITY.name in table:
        _check_severities(cells, table)
    return table[[*SERIES_KEYS[decision.table.name], VALUE]]


def once(cells: Cells, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows without repetitions; a cell with two values is refused."""
    keys = [name for name in rows.columns if name not in (VALUE, LINE)]
    repeated = rows.duplicated(keys, keep=False)
    if not repeated.any():
        return rows
    twice = rows[repeated]
    kinds = twice.groupby(keys, observed=True)[VALUE].agg(lambda values: values.nunique(dropna=False))
    if (kinds > 1).any():
        key = kinds[kinds > 1].index[0]
        lines = twice.set_index(keys)[LINE].loc[[key]].tolist()
        raise refusal(
            cells.file,
            f"Det samme tal står flere gange med forskellige værdier (linje {', '.join(map(str, lines))}). "
            "Hent filen igen i Statistikbanken.",
            lines[-1],
        )
    return rows.drop_duplicates(keys)


def _dwellings(cells: Cells, rows: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of dwellings lived in or not, without empty holiday cottages: those have their own offence."""
    kinds = set(rows[RESIDENT.name])
    if not {LIVED_IN, NOT_LIVED_IN} <= kinds:
        raise refusal(
            cells.file,
            "Filen har kun en del af boligerne. Vælg både boliger med og uden CPR-tilmeldte personer (BEBO 1000 og "
            "2000); fritidshuse uden tilmeldte (5000) tælles ikke med.",
        )
    return rows[rows[RESIDENT.name] != EMPTY_COTTAGE]


def whole_of(cells: Cells, rows: pd.DataFrame, name: str, has_zeros: bool) -> pd.DataFrame:
    """Return the rows of a variable's total, or all of its parts; never both, and never some of the parts."""
    kind = variable(name)
    assert isinstance(kind, Summed)
    labels = [str(label) for label in rows[name].unique()]
    totals = [label for label in labels if is_total(label)]
    if totals:
        return rows[rows[name] == totals[0]]
    if not has_every_part(kind, labels, has_zeros):
        raise refusal(
            cells.file,
            f"Filen har kun en del af {kind.danish} ({listed(labels, 3)}), så tallene er ikke hele antal. Vælg alle "
            "værdier eller totalen, eller lad være at vælge variablen.",
        )
    return rows


def has_every_part(kind: Summed, labels: Sequence[str], has_zeros: bool) -> bool:
    """Return whether the labels, none of them a total, make up the whole."""
    spans = [age_span(label) for label in labels] if kind.name == AGE else []
    if any(span is None or span.first != span.last for span in spans):
        return covers_every_age([span for span in spans if span is not None])
    return len(labels) >= (kind.parts if has_zeros else kind.least)


def check_parts(cells: Cells, rows: pd.DataFrame, keys: list[str], summed: list[str], has_zeros: bool) -> None:
    """Refuse sums that lack parts: a file that has its zeros must have every combination, else the last area tells."""
    if not summed:
        return
    if has_zeros:
        found = rows.groupby(keys, observed=True).size()
        lacking = found[found < found.max()]
        if len(lacking):
            raise refusal(cells.file, "Filen mangler rækker: den er afkortet eller rettet i hånden. Hent den igen.")
        return
    last = rows[AREA.name].iloc[-1]
    by_area = {str(area): part for area, part in rows.groupby(AREA.name)}
    others = [part for area, part in by_area.items() if area != last]
    for name in [*summed, *(key for key in keys if key != AREA.name)]:
        common = set.intersection(*(set(part[name]) for part in others)) if len(others) >= OTHER_AREAS else set()
        if common - set(by_area[last][name]):
            raise refusal(
                cells.file,
                "Det sidste område mangler rækker, som alle andre har: filen er afkortet. Hent den igen i "
                "Statistikbanken.",
                int(rows[LINE].iloc[-1]),
            )


def _check_severities(cells: Cells, table: pd.DataFrame) -> None:
    """Refuse a file whose killed and injured do not add up to its total."""
    wide = table.pivot(index=["area", "period"], columns=SEVERITY.name, values=VALUE)
    if not {"0", "1", "2", "3"} <= set(wide.columns):
        return
    told = wide.dropna(subset=["0"]).fillna(0)
    if (told[["1", "2", "3"]].sum(axis=1) > told["0"]).any():
        raise refusal(cells.file, "Dræbte og tilskadekomne er flere end personskade i alt. Hent filen igen.")
