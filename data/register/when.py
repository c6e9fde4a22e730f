"""When something began or ended, as exactly as it is known: a day, a month, a quarter or a year."""

import datetime as dt
import re
from dataclasses import dataclass

from data.errors import UserError
from data.periods import Month, Quarter, Year, danish_long_date, parse_period

# Outside these years a date is a slip of the pen.
_FIRST_YEAR, _LAST_YEAR = 1950, 2100

_DANISH_DAY = re.compile(r"(\d{1,2})[.\-/](\d{1,2})[.\-/](\d{4})")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


@dataclass(frozen=True)
class When:
    """A day (`2023-06-09`), month (`2021-04`), quarter (`2021K2`) or year (`2022`), with its Danish name."""

    code: str
    first_day: dt.date
    last_day: dt.date
    name: str

    @property
    def is_day(self) -> bool:
        return self.first_day == self.last_day


def parse_when(text: str) -> When:
    """Return the day, month, quarter or year that the text names; a day also as `09.06.2023`.

    Raises UserError for anything else. The text is not repeated: it may be in the wrong field.
    """
    text = text.strip()
    try:
        found = _month(text) or _day(text) or _period(text)
    except (UserError, ValueError):
        found = None
    if found is None or not _FIRST_YEAR <= found.first_day.year <= _LAST_YEAR:
        raise UserError("skriv en dag (09.06.2023), en måned (2023-06), et kvartal (2023K2) eller et år (2023).")
    return found


def parse_day(text: str) -> dt.date:
    """Return the day that the text names. Raises UserError for anything else."""
    try:
        found = _day(text.strip())
    except ValueError:
        found = None
    if found is None or not _FIRST_YEAR <= found.first_day.year <= _LAST_YEAR:
        raise UserError("skriv en dag som 09.06.2023 eller 2023-06-09.")
    return found.first_day


def _month(text: str) -> When | None:
    match = _MONTH.fullmatch(text)
    return _of(Month(int(match[1]), int(match[2]))) if match else None


def _day(text: str) -> When | None:
    if match := _DANISH_DAY.fullmatch(text):
        day = dt.date(int(match[3]), int(match[2]), int(match[1]))
    elif re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        day = dt.date.fromisoformat(text)
    else:
        return None
    return When(day.isoformat(), day, day, danish_long_date(day))


def _period(text: str) -> When:
    return _of(parse_period(text))


def _of(period: Month | Quarter | Year) -> When:
    return When(period.code, period.first_day, period.last_day, period.name)
