"""What a FOLK1A file says beyond the total: inhabitants by age group and by sex.

Kept where the file has every age, or both sexes; a file with a total and some parts gives its total alone.
"""

from collections.abc import Sequence

import pandas as pd

from data.population import AGE_TABLE, SEX_TABLE, AgeSpan, age_groups
from data.reference import VALUE
from data.statbank.ages import AGE, age_span
from data.statbank.cells import Cells
from data.statbank.decision import Decision
from data.statbank.sums import check_parts, has_every_part, once, whole_of
from data.statbank.text import listed, plain
from data.statbank.variables import Summed, is_total, variable

SEX = "sex"
KEYS = ["area", "period"]
_SEXES = {"1": "m", "maend": "m", "men": "m", "males": "m", "male": "m"} | dict.fromkeys(
    ("2", "kvinder", "women", "females", "female"), "k"
)


def population_parts(
    cells: Cells, rows: pd.DataFrame, decision: Decision, has_zeros: bool
) -> tuple[dict[str, pd.DataFrame], tuple[str, ...]]:
    """Return table -> `area, period, age or sex, value` (int64, unknown = no row), and what is to be told of it."""
    found: dict[str, pd.DataFrame] = {}
    notes: list[str] = []
    if decision.table.name != "folk1a":
        return found, ()
    rows = once(cells, rows)
    for table, name in ((AGE_TABLE, AGE), (SEX_TABLE, SEX)):
        others = [other for other in decision.table.summed if other != name and other in rows]
        split = _split(cells, rows, name, others, has_zeros)
        if split is None:
            continue
        if not _add_up(*split):
            notes.append(f"Folketallet efter {variable(name).danish} giver ikke totalen og er ikke læst.")
            continue
        groups = _groups_of(split[0], name)
        notes += _not_told(groups) if name == AGE else []
        if groups:
            found[table] = _summed(split[0], name, groups)
    return {table: cell for table, cell in found.items() if len(cell)}, tuple(notes)


def _split(
    cells: Cells, rows: pd.DataFrame, name: str, others: Sequence[str], has_zeros: bool
) -> tuple[pd.DataFrame, pd.DataFrame] | None:
    """Return the rows of every part of one variable, and of its total, the others whole; None where it is not split."""
    if name not in rows:
        return None
    kind = variable(name)
    assert isinstance(kind, Summed)
    for other in others:
        rows = whole_of(cells, rows, other, has_zeros)
    in_total = rows[name].map(lambda label: is_total(str(label))).astype("bool")
    parts = rows[~in_total]
    if not has_every_part(kind, [str(label) for label in parts[name].unique()], has_zeros):
        return None
    check_parts(
        cells, parts, [*KEYS, name], [name, *(other for other in others if rows[other].nunique() > 1)], has_zeros
    )
    return parts, rows[in_total]


def _add_up(parts: pd.DataFrame, totals: pd.DataFrame) -> bool:
    """Return whether the parts add up to the total beside them; where there is none, they do."""
    both = _sums(parts, KEYS).merge(_sums(totals, KEYS), on=KEYS, suffixes=("", "_said"))
    return bool((both[VALUE] == both[f"{VALUE}_said"]).all())


def _sums(rows: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    """Return the keys and `value` (int64); a sum with an unknown part has no row."""
    groups = [rows[key] for key in keys]
    sums = rows.groupby(groups)[VALUE].sum().mask(rows[VALUE].isna().groupby(groups).any())
    return sums.reset_index().dropna(subset=VALUE).astype({VALUE: "int64"})


def _groups_of(parts: pd.DataFrame, name: str) -> dict[str, list[str]]:
    """Return group -> the labels that make it up; a group of ages that some band goes across is left out.

    A label of no group (`Uoplyst køn`) is in none.
    """
    labels = [str(label) for label in parts[name].unique()]
    if name == SEX:
        codes = {label: _SEXES.get(plain(label).split(" ")[-1]) for label in labels}
        return {code: [label for label in labels if codes[label] == code] for code in ("k", "m")}
    spans = {label: span for label in labels if (span := age_span(label)) is not None}
    return {code: _inside(group, spans) for code, group in age_groups().items() if _is_made_up(group, spans)}


def _is_made_up(group: AgeSpan, spans: dict[str, AgeSpan]) -> bool:
    return all(span.within(group) for span in spans.values() if span.meets(group))


def _inside(group: AgeSpan, spans: dict[str, AgeSpan]) -> list[str]:
    return [label for label, span in spans.items() if span.within(group)]


def _not_told(groups: dict[str, list[str]]) -> list[str]:
    missing = [code for code in age_groups() if code not in groups]
    if not missing:
        return []
    return [f"Filens aldersgrupper går på tværs af {listed(missing, 9)} år, som derfor ikke får folketal."]


def _summed(parts: pd.DataFrame, name: str, groups: dict[str, list[str]]) -> pd.DataFrame:
    """Return `area, period, <name>, value` of the groups."""
    every = [parts[parts[name].isin(labels)].assign(**{name: code}) for code, labels in groups.items()]
    return _sums(pd.concat(every, ignore_index=True), [*KEYS, name])
