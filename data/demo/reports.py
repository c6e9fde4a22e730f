"""The reports of one category in one quarter, before they get what is special for the category."""

from dataclasses import dataclass

import numpy as np

from data.demo.columns import Codes, Columns, Generator, code, happens, where_known
from data.demo.counts import INJURY, Counts
from data.demo.days import DAY, Minutes, day_number, quarters, report_minutes
from data.demo.patterns import LCIK, pattern
from data.demo.places import Numbers32, Places, squares_of
from data.demo.roads import Sections
from data.demo.shipped import area_codes
from data.periods import Quarter

_NO_HECTARE, _NO_SQUARE = 0.04, 0.01


@dataclass(frozen=True)
class District:
    """What the rows are drawn from: how many, where, and on which roads."""

    seed: int
    counts: Counts
    places: Places
    sections: Sections


@dataclass(frozen=True)
class Reports:
    """Reports of one category in one quarter, ordered by area but for those that lost theirs to `998`.

    `persons`: hurt by area, for accidents with injury; empty for the others.
    """

    category: str
    quarter: Quarter
    area: Codes
    minutes: Minutes
    persons: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.area)

    @property
    def year(self) -> int:
        return self.quarter.year


def reports_of(rng: Generator, district: District, category: str, quarter: Quarter) -> Reports:
    """Return the reports of a category that came in in the quarter, as the counts say."""
    column = quarters().index(quarter)
    number = district.counts.reports[category][:, column]
    area = np.repeat(np.arange(len(area_codes()), dtype=np.int8), number)
    minutes = report_minutes(rng, pattern(category), quarter, len(area))
    persons = tuple(int(hurt) for hurt in district.counts.persons[:, column]) if category == INJURY else ()
    return Reports(category, quarter, _without_municipality(rng, category, area, minutes), minutes, persons)


def _without_municipality(rng: Generator, category: str, area: Codes, minutes: Minutes) -> Codes:
    """Return the areas with the category's share of reports that have none as `998`: more since LCIK."""
    before, since = pattern(category).unknown
    share = np.where(minutes // DAY < day_number(LCIK), before, since)
    return np.where(happens(rng, share, len(area)), np.int8(len(area_codes()) - 1), area)


def common_columns(reports: Reports) -> Columns:
    """Return what every row has: category, time of report and municipality."""
    return {
        "kategori": np.full(len(reports), code("kategori", reports.category)),
        "anmeldt": reports.minutes,
        "kommunekode": reports.area,
    }


def cells(rng: Generator, places: Places, hectare: Numbers32) -> Columns:
    """Return both cells of the hectares; a few rows lack the small one, fewer both."""
    square_known = ~happens(rng, _NO_SQUARE, len(hectare))
    hectare_known = square_known & ~happens(rng, _NO_HECTARE, len(hectare))
    return {
        "celle_1km": where_known(square_known, squares_of(places, hectare)),
        "celle_100m": where_known(hectare_known, hectare),
    }
