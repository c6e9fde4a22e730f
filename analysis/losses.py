"""What victims lost: median and interval, and the sum where it may be told; closed years alone."""

from dataclasses import dataclass
from functools import lru_cache

from analysis.choice import Choice
from analysis.tables import Cell, Column, Table
from analysis.unanswered import extract_source
from data.catalogue import CATEGORIES, Area
from data.money import LEAST_LOSSES
from data.release import Release

NOT_TOLD = f"Under {LEAST_LOSSES} tab, eller holdt tilbage."
READING = (
    "Medianen er det midterste tab: halvdelen mistede mindre, halvdelen mere. »Fra« og »til« er usikkerheden. Forsøg "
    "og sager uden tab eller med ukendt tab er ikke med. Beløb er rundet til 1.000 kr., summer til 100.000 kr."
)
COLUMNS = (
    *(Column("Type"), Column("Median (kr.)", 0), Column("Fra (kr.)", 0), Column("Til (kr.)", 0)),
    *(Column("Tab", 0), Column("Sum (kr.)", 0), Column("Bemærkning")),
)


@dataclass(frozen=True)
class Loss:
    """One category's losses in a closed year, in kroner; `count` lost something. None: held back."""

    category: str
    year: int
    median: int | None
    low: int | None
    high: int | None
    count: int | None
    total: int | None


@lru_cache(maxsize=256)
def losses(release: Release, category: str, place: str) -> tuple[Loss, ...]:
    """Return a place's (code) losses by closed year, oldest first; a year with nothing that may be told is left out."""
    rows = release.rows("money_year", category=category, municipality=place)
    return tuple(Loss(category, *row) for row in rows)


@lru_cache(maxsize=64)
def loss_year(release: Release, categories: tuple[str, ...], until: int) -> int | None:
    """Return the newest year, no later than `until`, of which any category's losses are told for any place."""
    years = [year for code in categories for (year,) in release.rows("money_years", category=code)]
    return max((year for year in years if year <= until), default=None)


def loss_of(release: Release, category: str, place: str, year: int) -> Loss:
    """Return a category's losses in one year; everything None where they are held back."""
    found = next((each for each in losses(release, category, place) if each.year == year), None)
    return found or Loss(category, year, None, None, None, None, None)


def loss_table(area: Area, choice: Choice) -> Table | None:
    """Return the losses of the area's types in the newest closed year; None where none are followed or told."""
    categories = tuple(code for code in area.headline if CATEGORIES[code].losses)
    year = loss_year(choice.release, categories, choice.period.year)
    if year is None:
        return None
    found = [loss_of(choice.release, code, choice.municipality, year) for code in categories]
    title = f"Tab, {choice.place}, {year}"
    return Table(title, COLUMNS, tuple(map(_row, found)), extract_source(choice.release))


def _row(each: Loss) -> tuple[Cell, ...]:
    remark = NOT_TOLD if each.median is None else ""
    return (CATEGORIES[each.category].name, each.median, each.low, each.high, each.count, each.total, remark)
