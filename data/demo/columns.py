"""Columns of the extract as numbers, and how they are drawn.

A column is an array with one number a row; what the number means follows from the column's kind in the contract:
a code is its place in the domain, a municipality its place in `area_codes`, a cell its place in `places`, a time
minutes and a date days since the origin, a pseudonym a serial number. -1 is empty everywhere.
"""

from collections.abc import Mapping
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from data.contract import COLUMNS
from data.demo.days import DAY, MISSING, Floats, Minutes, draw, known_at_extract

Numbers = NDArray[np.int8] | NDArray[np.int32] | NDArray[np.int64]
Columns = dict[str, Numbers]
Codes = NDArray[np.int8]
Chosen = NDArray[np.bool_]
Generator = np.random.Generator
Whole = TypeVar("Whole", np.int8, np.int32, np.int64)


def code(column: str, value: str) -> np.int8:
    """Return the number of a value of the column's domain."""
    return np.int8(COLUMNS[column].domain.index(value))


def drawn(rng: Generator, column: str, number: int, shares: Mapping[str, float]) -> Codes:
    """Return codes of the column, each value as often as its share says; the shares need not sum to 1."""
    codes = np.array([code(column, value) for value in shares])
    return codes[draw(rng, np.array(list(shares.values())), number)]


def happens(rng: Generator, probability: float | Floats, number: int) -> Chosen:
    """Return which rows something happens to, with one probability for all or one for each."""
    return rng.random(number) < probability


def yes_or_no(column: str, yes: Chosen) -> Codes:
    return np.where(yes, code(column, "ja"), code(column, "nej"))


def with_unknown(rng: Generator, column: str, codes: Codes, share: float) -> Codes:
    """Return the codes with this share of them as `uoplyst`."""
    return np.where(happens(rng, share, len(codes)), code(column, "uoplyst"), codes)


def where_known(known: Chosen, numbers: NDArray[Whole]) -> NDArray[Whole]:
    """Return the numbers with the rows that are not known as empty."""
    return np.where(known, numbers, numbers.dtype.type(MISSING))


def lognormal_minutes(rng: Generator, median: float, sigma: float, number: int) -> Minutes:
    return rng.lognormal(np.log(median), sigma, number).astype(np.int32)


def dates_after(anmeldt: Minutes, days: NDArray[np.int32] | NDArray[np.int64], known: Chosen) -> NDArray[np.int32]:
    """Return the dates that many days after the report; empty where not known or after the extract."""
    there = known_at_extract(anmeldt + days.astype(np.int32) * DAY)
    return where_known(known & (there != MISSING), there // DAY)
