"""What the methods do in the synthetic districts, each number with a 95 % interval of its own."""

from dataclasses import dataclass
from functools import cache

import numpy as np

from analysis.arrays import Floats
from analysis.expected import MONTHLY, QUARTERLY, expected_level
from analysis.forecast import covered, outlook
from analysis.proportions import wilson
from analysis.rates import Interval
from analysis.signal import RED, Verdict, judgement
from tests.simulation.districts import MUNICIPALITIES, World, monthly_counts, quarterly, scattered, season

FAMILIES = 3
HISTORY_YEARS = 5
JUDGED_QUARTERS = 4
NAIVE = 0.10
MARKED = (Verdict.MARKEDLY_MORE, Verdict.MARKEDLY_FEWER)
RISE, RISE_MEAN, FOUND_WITHIN_MONTHS = 1.5, 30.0, 6


@dataclass(frozen=True)
class FalseVerdicts:
    """A quarter of 39 numbers in which nothing happened to a single municipality.

    `marked`: "markant" verdicts; `naive`: flags of "more than 10 % from the same quarter last year"; `district`: how
    often the district's own verdict is outside; `carried`: the part of `marked` that falls in such a quarter, None
    when there is none.
    """

    marked: Interval
    naive: Interval
    district: Interval
    carried: float | None


@cache
def false_verdicts(world: World, districts: int, seed: int, shock: float = 0.0) -> FalseVerdicts:
    """Return the false verdicts per quarter, over districts of three families of thirteen."""
    shuffle = np.random.default_rng(seed)
    marked, naive, outside, carried = np.array([_one_district(world, shuffle, shock) for _ in range(districts)]).T
    return FalseVerdicts(
        _mean(marked / JUDGED_QUARTERS),
        _mean(naive / JUDGED_QUARTERS),
        _mean(outside / (JUDGED_QUARTERS * FAMILIES)),
        float(carried.sum() / marked.sum()) if marked.any() else None,
    )


def _one_district(world: World, shuffle: np.random.Generator, shock: float) -> Floats:
    """Return the counts of "markant", of naive flags, of the district outside, and of "markant" then."""
    first = HISTORY_YEARS * 4
    sums = np.zeros(4)
    for _ in range(FAMILIES):
        counts = quarterly(monthly_counts(world, 3 * (first + JUDGED_QUARTERS), shuffle, shock=shock))
        for column in range(first, first + JUDGED_QUARTERS):
            marked = sum(verdict in MARKED for verdict in _verdicts(counts, column))
            naive = np.abs(counts[:, column] - counts[:, column - 4]) > NAIVE * counts[:, column - 4]
            outside = _verdicts(counts.sum(axis=0, keepdims=True), column)[0] in MARKED
            sums += (marked, naive.sum(), outside, marked * outside)
    return sums


def _verdicts(counts: Floats, column: int) -> tuple[Verdict, ...]:
    return judgement(counts[:, column], expected_level(counts, column, 1, QUARTERLY)).verdicts


def found_rises(world: World, districts: int, seed: int) -> Interval:
    """Return how often a rise of half at 30 cases a month is "flere end ventet" within six months, w = 3.

    The rise starts in any month of the year: in summer there is less to find it by.
    """
    shuffle = np.random.default_rng(seed)
    return wilson(sum(_is_found(world, shuffle) for _ in range(districts)), districts)


def _is_found(world: World, shuffle: np.random.Generator) -> bool:
    quiet = HISTORY_YEARS * 12
    counts = monthly_counts(world, quiet + 18, shuffle, means=np.full(MUNICIPALITIES, RISE_MEAN))
    start = quiet + int(shuffle.integers(12))
    counts[0, start:] = scattered(world, RISE * RISE_MEAN * season(quiet + 18)[start:], shuffle)
    return any(_flere(counts, last) for last in range(start, start + FOUND_WITHIN_MONTHS))


def _flere(counts: Floats, last: int) -> bool:
    """Return whether the first municipality is red upwards over the three months that end with `last`."""
    level = expected_level(counts, last - 2, 3, MONTHLY)
    return judgement(counts[:, last - 2 : last + 1].sum(axis=1), level).p_up[0] <= RED


@cache
def forecast_coverage(world: World, districts: int, seed: int, shock: float = 0.0) -> Interval:
    """Return how often the 80 % interval of the next quarter holds it."""
    shuffle = np.random.default_rng(seed)
    return _mean(np.array([_held(world, shuffle, shock) for _ in range(districts)]))


def _held(world: World, shuffle: np.random.Generator, shock: float) -> float:
    first = HISTORY_YEARS * 4
    counts = quarterly(monthly_counts(world, 3 * (first + JUDGED_QUARTERS), shuffle, shock=shock))
    ends = range(first, first + JUDGED_QUARTERS)
    held = [covered(counts[:, end], outlook(counts[:, :end], 1, QUARTERLY)) for end in ends]
    inside, told = np.sum(held, axis=0)
    return float(inside / told)


def _mean(values: Floats) -> Interval:
    """Return the mean over districts, which are independent, with its normal 95 % interval."""
    reach = 1.96 * float(values.std(ddof=1)) / np.sqrt(len(values))
    return Interval(float(values.mean()), float(values.mean() - reach), float(values.mean() + reach))
