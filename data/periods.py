"""The only calendar arithmetic: years, quarters and months, their codes and their Danish names."""

import calendar
import datetime as dt
import re
from dataclasses import dataclass
from typing import Self

from babel.dates import format_date, get_month_names

from data.errors import UserError

_MONTH_NAMES = get_month_names(locale="da")


@dataclass(frozen=True, order=True)
class Month:
    """A calendar month; its code is `2025-11`."""

    year: int
    number: int

    @property
    def code(self) -> str:
        return f"{self.year:04d}-{self.number:02d}"

    @property
    def name(self) -> str:
        return f"{_MONTH_NAMES[self.number]} {self.year}"

    @property
    def first_day(self) -> dt.date:
        return dt.date(self.year, self.number, 1)

    @property
    def last_day(self) -> dt.date:
        return dt.date(self.year, self.number, calendar.monthrange(self.year, self.number)[1])

    @property
    def quarter(self) -> "Quarter":
        return Quarter(self.year, (self.number + 2) // 3)

    def plus(self, months: int) -> Self:
        index = self.year * 12 + self.number - 1 + months
        return type(self)(index // 12, index % 12 + 1)

    @classmethod
    def of(cls, day: dt.date) -> Self:
        return cls(day.year, day.month)


@dataclass(frozen=True, order=True)
class Quarter:
    """A calendar quarter; its code is `2025K4`, as Statistics Denmark writes it."""

    year: int
    number: int

    @property
    def code(self) -> str:
        return f"{self.year:04d}K{self.number}"

    @property
    def name(self) -> str:
        return f"{self.number}. kvartal {self.year}"

    @property
    def short_name(self) -> str:
        return f"{self.number}. kvt. {self.year}"

    @property
    def months(self) -> tuple[Month, Month, Month]:
        first = Month(self.year, self.number * 3 - 2)
        return first, first.plus(1), first.plus(2)

    @property
    def first_day(self) -> dt.date:
        return dt.date(self.year, self.number * 3 - 2, 1)

    @property
    def last_day(self) -> dt.date:
        return self.months[2].last_day

    def plus(self, quarters: int) -> Self:
        index = self.year * 4 + self.number - 1 + quarters
        return type(self)(index // 4, index % 4 + 1)

    @property
    def year_before(self) -> Self:
        return self.plus(-4)

    @classmethod
    def of(cls, day: dt.date) -> Self:
        return cls(day.year, (day.month + 2) // 3)

    @classmethod
    def span(cls, first: Self, last: Self) -> tuple[Self, ...]:
        """Return every quarter from first to last, both included."""
        count = (last.year - first.year) * 4 + last.number - first.number + 1
        return tuple(first.plus(step) for step in range(count))


@dataclass(frozen=True, order=True)
class Year:
    """A calendar year; its code is `2025`."""

    year: int

    @property
    def code(self) -> str:
        return f"{self.year:04d}"

    @property
    def name(self) -> str:
        return str(self.year)

    @property
    def short_name(self) -> str:
        return str(self.year)

    @property
    def quarters(self) -> tuple[Quarter, ...]:
        return tuple(Quarter(self.year, number) for number in (1, 2, 3, 4))

    @property
    def first_day(self) -> dt.date:
        return dt.date(self.year, 1, 1)

    @property
    def last_day(self) -> dt.date:
        return dt.date(self.year, 12, 31)

    def plus(self, years: int) -> Self:
        return type(self)(self.year + years)

    @property
    def year_before(self) -> Self:
        return self.plus(-1)


@dataclass(frozen=True, order=True)
class Years:
    """Calendar years in a row that are counted as one; its code is `2023–2025`."""

    first: int
    last: int

    @property
    def code(self) -> str:
        return f"{self.first:04d}–{self.last:04d}"

    @property
    def name(self) -> str:
        return self.code

    @property
    def short_name(self) -> str:
        return self.code


Period = Quarter | Year

_QUARTER = re.compile(r"(\d{4})[KQ]([1-4])", re.IGNORECASE)
_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")


def parse_quarter(text: str) -> Quarter:
    """Return the quarter that `2025K4` (or the English `2025Q4`) names. Raises UserError for anything else."""
    match = _QUARTER.fullmatch(text.strip())
    if not match:
        raise UserError(f"»{text}« er ikke et kvartal. Skriv det som 2025K4.")
    return Quarter(int(match[1]), int(match[2]))


def parse_month(text: str) -> Month:
    """Return the month that `2025-11` names. Raises UserError for anything else."""
    match = _MONTH.fullmatch(text.strip())
    if not match:
        raise UserError(f"»{text}« er ikke en måned. Skriv den som 2025-11.")
    return Month(int(match[1]), int(match[2]))


def parse_period(text: str) -> Period:
    """Return the quarter or year that the text names. Raises UserError for anything else."""
    text = text.strip()
    if _YEAR.fullmatch(text):
        return Year(int(text))
    if _QUARTER.fullmatch(text):
        return parse_quarter(text)
    raise UserError(f"»{text}« er ikke en periode. Skriv et kvartal som 2025K4 eller et år som 2025.")


def danish_date(day: dt.date) -> str:
    """Return `23.11.2026`."""
    return f"{day:%d.%m.%Y}"


def danish_long_date(day: dt.date) -> str:
    """Return `23. november 2026`."""
    return format_date(day, "d. MMMM y", locale="da")
