"""Yearly counts beyond the public grid: categories that it leaves out, and reports where it counts cases.

They decide what a breakdown may tell as well: its groups add up to a total.
"""

from dataclasses import dataclass

import pandas as pd

from data.catalogue import CATEGORIES, Category, Unit
from data.cubes import Cubes
from data.disclosure import REST
from data.frames import TEXT, WHOLE, frame_of
from data.issued import Decision, Issued, Status, Subject, decide
from data.municipalities import DISTRICT, UNKNOWN, municipality_codes
from data.protected import BOTH, COUNT, Beside, Refused, Totals

COUNT_YEAR, REPORT_YEAR = "count_year", "report_year"
COUNT_COLUMNS = {"municipality": TEXT, "year": WHOLE, "category": TEXT, "count": WHOLE}
REPORT_COLUMNS = {"municipality": TEXT, "year": WHOLE, "category": TEXT, "cases": WHOLE, "count": WHOLE}

Decisions = dict[Subject, Decision]
YearCounts = dict[tuple[str, int], dict[str, int]]


@dataclass(frozen=True)
class TellableTotals:
    """The places whose yearly number of reports may be told; `current`: and whether today's number may."""

    places: tuple[str, ...]
    current: bool


def places_of(category: Category) -> tuple[str, ...]:
    """Return the places that a category is counted for."""
    return (DISTRICT,) if category.district_only else (*municipality_codes(), UNKNOWN)


def year_totals(cubes: Cubes, counts: pd.DataFrame, closed: pd.DataFrame, issued: Issued) -> Decisions:
    """Return the decisions on `count_year` and `report_year`.

    `counts`: `municipality, year, category, count` by quarter, in the category's own unit.
    """
    own_unit = _by_year(counts.dropna(subset="count"), "count")
    beyond = _by_year(_reports_beyond_cases(cubes), "beyond")
    counted = cubes.extracted
    decisions: Decisions = {}
    for year, code in sorted(closed[["year", "category"]].itertuples(index=False, name=None)):
        category = CATEGORIES[code]
        of = {place: own_unit.get((code, year), {}).get(place, 0) for place in places_of(category)}
        if not category.quarterly:
            subject = Subject(COUNT_YEAR, code, year)
            decisions[subject] = decide(subject, Totals(of), issued, counted)
        if category.unit is Unit.CASES:
            subject = Subject(REPORT_YEAR, code, year)
            more = {place: beyond.get((code, year), {}).get(place, 0) for place in of}
            tellable = _tellable_counts(category, year, decisions)
            numbers = Beside(of, more, tellable.places) if tellable.current else Refused()
            decisions[subject] = decide(subject, numbers if any(more.values()) else None, issued, counted)
    return decisions


def tellable_totals(category: Category, year: int, decisions: Decisions) -> TellableTotals:
    """Return whose number of reports may be told in a closed year: where cases are counted, those of `report_year`."""
    reports = decisions.get(Subject(REPORT_YEAR, category.code, year))
    # Without a complex in the whole district every report is its own case, and both numbers are the same.
    if reports is None or reports.status is Status.NOT_DELIVERED:
        return _tellable_counts(category, year, decisions)
    return _told_by(reports)


def _tellable_counts(category: Category, year: int, decisions: Decisions) -> TellableTotals:
    if category.quarterly:
        return TellableTotals(places_of(category), current=True)
    return _told_by(decisions[Subject(COUNT_YEAR, category.code, year)])


def _told_by(decision: Decision) -> TellableTotals:
    shown = decision.protected.shown if decision.protected else ()
    return TellableTotals(shown, decision.current and decision.protected is not None)


def _reports_beyond_cases(cubes: Cubes) -> pd.DataFrame:
    counted = cubes.count_month.dropna(subset="cases")
    counted = counted.assign(beyond=counted["incidents"] - counted["cases"].astype("int64"))
    return pd.concat([counted, counted.assign(municipality=DISTRICT)])


def _by_year(counts: pd.DataFrame, column: str) -> YearCounts:
    found: YearCounts = {}
    sums = counts.groupby(["category", "year", "municipality"], observed=True)[column].sum().reset_index()
    for category, year, place, number in sums.itertuples(index=False, name=None):
        found.setdefault((category, int(year)), {})[place] = int(number)
    return found


def count_year_table(decisions: Decisions) -> pd.DataFrame:
    """Return `municipality (or oevrige), year, category, count`."""
    rows = [
        (place, subject.year, subject.category, count)
        for subject, decision in decisions.items()
        if subject.protected_table == COUNT_YEAR and decision.protected
        for (place, _), count in decision.protected.cells.items()
    ]
    return frame_of(rows, COUNT_COLUMNS)


def report_year_table(decisions: Decisions) -> pd.DataFrame:
    """Return `municipality (or oevrige), year, category, cases, count`: both as they were when counted."""
    rows = []
    for subject, decision in decisions.items():
        if subject.protected_table != REPORT_YEAR or decision.protected is None:
            continue
        cells = decision.protected.cells
        for place in (*decision.protected.shown, REST):
            if (place, COUNT) in cells:
                rows.append((place, subject.year, subject.category, cells[place, COUNT], cells[place, BOTH]))
    return frame_of(rows, REPORT_COLUMNS)
