"""The reports of one category in one quarter, before they get what is special for the category."""

from dataclasses import dataclass

import numpy as np

from data.demo.columns import Codes, Columns, Generator, code, happens
from data.demo.counts import INJURY, Counts
from data.demo.days import Minutes, day_number, quarters, report_minutes
from data.demo.patterns import LCIK, pattern
from data.demo.places import Places
from data.demo.roads import Sections
from data.demo.shipped import area_codes
from data.periods import Quarter


@dataclass(frozen=True)
class District:
    """What the rows are drawn from: how many, where, and on which roads."""

    seed: int
    counts: Counts
    places: Places
    sections: Sections


@dataclass(frozen=True)
class Reports:
    """Reports of one category in one quarter, ordered by area. `persons`: hurt by area, for accidents with injury."""

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
    return Reports(category, quarter, area, minutes, persons)


def without_municipality(rng: Generator, reports: Reports) -> Codes:
    """Return the areas with the share that the category has without one as `998`: more since LCIK."""
    before, since = pattern(reports.category).unknown
    share = np.where(reports.minutes // (24 * 60) < day_number(LCIK), before, since)
    return np.where(happens(rng, share, len(reports)), np.int8(len(area_codes()) - 1), reports.area)


def common_columns(rng: Generator, reports: Reports) -> Columns:
    """Return what every row has: category, time of report and municipality."""
    return {
        "kategori": np.full(len(reports), code("kategori", reports.category)),
        "anmeldt": reports.minutes,
        "kommunekode": without_municipality(rng, reports),
    }
