"""How many reports there are: category × area × quarter, decided before any row is drawn."""

import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.catalogue import CATEGORIES
from data.demo import shipped
from data.demo.casualties import yearly_casualties
from data.demo.days import Floats, day_weights, days_of, quarters
from data.demo.patterns import Base, Pattern, pattern
from data.municipalities import municipality_codes

Table = NDArray[np.int64]

INJURY = "uheld_personskade"
_UNKNOWN_AREA = len(municipality_codes())
# Statistics Denmark has about twenty burglaries a year without a municipality in the whole country.
_MOST_UNKNOWN_BURGLARIES = 2
_DAYS_A_YEAR = 365.25
# The share of persons beyond the first that were hurt in the same accident as another.
_SHARED_ACCIDENT = 0.16


@dataclass(frozen=True)
class Counts:
    """Reports of each category and persons hurt, as tables of area × quarter (rows as `area_codes`)."""

    reports: dict[str, Table]
    persons: Table

    @property
    def total(self) -> int:
        return sum(int(table.sum()) for table in self.reports.values())


def generator(seed: int, subject: str, step: int = 0) -> np.random.Generator:
    """Return the random numbers of one subject: what one category draws never moves what another draws."""
    return np.random.default_rng([seed, zlib.crc32(subject.encode()), step])


def _empty() -> Table:
    return np.zeros((len(shipped.area_codes()), len(quarters())), dtype=np.int64)


def _year_shares(shape: Pattern) -> Floats:
    """Return the quarters' sums of day weights, in years at the ordinary level."""
    weights = day_weights(shape)
    return np.array([weights[days_of(quarter)].sum() for quarter in quarters()]) / _DAYS_A_YEAR


def _base_sizes(base: Base) -> Floats:
    """Return the base in thousands, area × quarter; the whole district stands in the last area."""
    sizes = np.zeros(_empty().shape)
    if base is Base.DISTRICT:
        sizes[_UNKNOWN_AREA] = 1.0
        return sizes
    for area, code in enumerate(municipality_codes()):
        for column, quarter in enumerate(quarters()):
            people = shipped.inhabitants()[code, quarter.year]
            sizes[area, column] = people if base is Base.INHABITANTS else shipped.summer_houses()[code]
    return sizes / 1000


def _invented(rng: np.random.Generator, shape: Pattern) -> Table:
    """Return negative binomial counts around level × own level of the municipality × base × day weights."""
    own_level = rng.lognormal(0, shape.spread, (_UNKNOWN_AREA + 1, 1))
    if shape.base is Base.DISTRICT:
        own_level[:] = 1.0
    mean = shape.level * own_level * _base_sizes(shape.base) * _year_shares(shape)
    swing = rng.gamma(1 / shape.dispersion, shape.dispersion, mean.shape)
    return rng.poisson(mean * swing)


def _burglaries(rng: np.random.Generator) -> Table:
    """Return the published burglaries; the open quarter, not yet published, follows the year before."""
    table = _empty()
    weights = _year_shares(pattern("indbrud_beboelse"))
    for column, quarter in enumerate(quarters()):
        for area, code in enumerate(municipality_codes()):
            published = shipped.burglaries().get((code, quarter))
            if published is None:
                share = weights[column] / weights[column - 4]
                published = int(rng.poisson(table[area, column - 4] * share))
            table[area, column] = published
    table[_UNKNOWN_AREA] = rng.integers(0, _MOST_UNKNOWN_BURGLARIES + 1, len(quarters()))
    return table


def _persons_hurt(rng: np.random.Generator) -> Table:
    """Return persons killed or injured; a year is dealt out on its quarters, the open one continues the mean."""
    table = _empty()
    weights = _year_shares(pattern(INJURY))
    for area, code in enumerate(municipality_codes()):
        years = yearly_casualties(code)
        for year, persons in enumerate(years):
            of_year = slice(4 * year, 4 * year + 4)
            table[area, of_year] = rng.multinomial(persons, weights[of_year] / weights[of_year].sum())
        table[area, 4 * len(years) :] = rng.poisson(np.mean(years) * weights[4 * len(years) :])
    return table


def district_counts(seed: int) -> Counts:
    """Return the demo's counts at its own size, with the published totals in them."""
    persons = _persons_hurt(generator(seed, "persons"))
    tables = {}
    for category in CATEGORIES:
        rng, shape = generator(seed, category), pattern(category)
        if category == INJURY:
            tables[category] = persons - rng.binomial(np.maximum(persons - 1, 0), _SHARED_ACCIDENT)
        elif shape.base is Base.PUBLISHED:
            tables[category] = _burglaries(rng)
        else:
            tables[category] = _invented(rng, shape)
    return Counts(tables, persons)


def scaled(counts: Counts, rows: int, seed: int) -> Counts:
    """Return counts that sum to exactly this many rows; every cell keeps its share, give or take one row.

    One random start and equal steps (systematic rounding): unbiased also where a cell's share is under one row.
    """
    cells = np.concatenate([table.ravel() for table in counts.reports.values()])
    edges = np.concatenate([[0], np.cumsum(cells)]) * rows / counts.total
    dealt = np.diff(np.floor(edges + generator(seed, "scale").random()).astype(np.int64))
    tables = dict(zip(counts.reports, dealt.reshape(len(counts.reports), *_empty().shape), strict=True))
    persons = np.round(counts.persons * (rows / counts.total)).astype(np.int64)
    accidents = tables[INJURY]
    return Counts(tables, np.where(accidents > 0, np.maximum(persons, accidents), 0))
