"""Sager and forhold: one case complex is one case and many reports. Reports are told for closed years alone."""

from dataclasses import dataclass
from functools import lru_cache

from analysis import reasons
from analysis.answers import Point, Series
from analysis.breaks import breaks_of
from analysis.choice import Choice, period_names
from analysis.indicator import indicator
from analysis.question import Question, SeriesName
from analysis.situation import situation
from analysis.tables import Cell, Column, Table
from analysis.unanswered import source_of
from data.catalogue import AREAS, CATEGORIES, Area, Unit
from data.issued import Status
from data.municipalities import DISTRICT
from data.periods import Year, parse_period
from data.release import Release

CASES, REPORTS = "sager", "forhold"
COUNTING_NAMES = {CASES: "Sager", REPORTS: "Forhold (anmeldelser)"}
NOTE = (
    "Én sag kan rumme mange anmeldelser (forhold). Forhold vises for hele, afsluttede år, hvor både antallet af sager "
    "og forskellen kan vises; kvartaler viser sager."
)


@dataclass(frozen=True)
class Beside:
    """One category's cases and reports in a closed year; None where they may not be told."""

    category: str
    year: Year
    cases: int | None
    reports: int | None


def counts_cases(area: Area) -> bool:
    """Return whether the area's number counts cases, so that reports are another number."""
    return any(CATEGORIES[code].unit is Unit.CASES for code in area.headline)


def closed_years(release: Release) -> tuple[Year, ...]:
    """Return the whole years on offer, oldest first."""
    periods = [parse_period(code) for code in period_names(release)]
    return tuple(sorted(period for period in periods if isinstance(period, Year)))


@lru_cache(maxsize=256)
def beside(release: Release, category: str, place: str, year: Year) -> Beside:
    """Return cases and reports of a place (code) in a closed year."""
    status = {told: what for told, what, _ in release.rows("report_status", category=category)}.get(year.year)
    if status == Status.NOT_DELIVERED:  # no complex in the whole district: every case is one report
        cases = _cases(release, category, place, year)
        return Beside(category, year, cases, cases)
    rows = [row for row in release.rows("report_year", category=category) if row[1] == year.year]
    own = [(cases, reports) for at, _, cases, reports in rows if place in (at, DISTRICT)]
    if not own:
        return Beside(category, year, _cases(release, category, place, year), None)
    return Beside(category, year, sum(cases for cases, _ in own), sum(reports for _, reports in own))


def _cases(release: Release, category: str, place: str, year: Year) -> int | None:
    area = next(each.code for each in AREAS.values() if category in (*each.headline, *each.beside))
    return situation(release, Question(area, place, year, SeriesName.EXTRACT, category)).observed


@lru_cache(maxsize=128)
def reports_series(area: Area, release: Release, place: str, name: str) -> Series:
    """Return the reports of an area's headline by year for one place (code and name); a year is missing where one
    category's may not be told.
    """
    asked = indicator(area.code, None, SeriesName.EXTRACT)
    points = [
        (year, [beside(release, code, place, year).reports for code in area.headline]) for year in closed_years(release)
    ]
    return Series(
        title=f"{asked.name}, forhold pr. år",
        place=name,
        points=tuple(
            Point(year, None if None in found else sum(n for n in found if n is not None)) for year, found in points
        ),
        breaks=breaks_of(release, asked),
        source=source_of(release, asked),
    )


def reports_table(area: Area, choice: Choice) -> Table | None:
    """Return cases and reports of each type in the newest closed year up to the chosen period; None without one."""
    year = max((each for each in closed_years(choice.release) if each.year <= choice.period.year), default=None)
    if year is None:
        return None
    found = [beside(choice.release, code, choice.municipality, year) for code in (*area.headline, *_cases_beside(area))]
    columns = (
        Column("Type"),
        Column("Sager", 0),
        Column("Forhold", 0),
        Column("Forhold pr. sag", 1),
        Column("Bemærkning"),
    )
    return Table(
        title=f"Sager og forhold, {choice.place}, {year.name}",
        columns=columns,
        rows=tuple(_row(each) for each in found),
        source=source_of(choice.release, indicator(area.code, None, SeriesName.EXTRACT)),
    )


def _cases_beside(area: Area) -> tuple[str, ...]:
    return tuple(code for code in area.beside if CATEGORIES[code].unit is Unit.CASES)


def _row(each: Beside) -> tuple[Cell, ...]:
    per_case = each.reports / each.cases if each.reports is not None and each.cases else None
    remark = reasons.REPORTS_HELD_BACK if each.reports is None else ""
    return (CATEGORIES[each.category].name, each.cases, each.reports, per_case, remark)
