"""The dispersion that widens an effect's uncertainty: the municipalities' own swings, not what they have in common."""

import numpy as np

from analysis.arrays import Floats
from analysis.dispersion import yearly_dispersion
from analysis.effect_design import Design
from analysis.effect_groups import dispersion_before
from analysis.grid import Grid
from analysis.indicator import indicator
from analysis.question import SeriesName
from data.municipalities import municipality_codes
from data.periods import Quarter
from data.register.when import parse_when

QUARTERS = Quarter.span(Quarter(2020, 1), Quarter(2025, 4))
BEFORE = QUARTERS[:12]
ROWS = len(municipality_codes())


def designed(counts: Floats) -> Design:
    grid = Grid(QUARTERS, municipality_codes(), counts, np.ones(counts.shape, np.bool_))
    return Design(indicator("indbrud", None, SeriesName.EXTRACT), grid, parse_when("2023"))


def noisy(spread: float) -> Floats:
    """Return counts with a common season and a common wave, and swings of each place's own."""
    random = np.random.default_rng(3)
    common = 30 * np.exp(0.3 * np.cos(np.arange(24) * np.pi / 2)) * random.uniform(0.7, 1.3, 24)
    return random.poisson(common * random.gamma(1 / spread, spread, (ROWS, 24))).astype(float)


def test_what_all_have_in_common_widens_nothing() -> None:
    levels, wave = np.arange(1.0, ROWS + 1), np.resize([10.0, 30.0, 20.0, 5.0, 60.0], 24)
    assert dispersion_before(designed(np.outer(levels, wave)), BEFORE) == 1.0


def test_their_own_swings_widen() -> None:
    counts = noisy(0.1)
    found = dispersion_before(designed(counts), BEFORE)
    assert found == yearly_dispersion(counts[:, :12])
    assert 2.5 < found < 6  # 1 + 0.1 x 30 or so


def test_only_before_counts_and_a_municipality_with_a_gap_is_left_out() -> None:
    counts = noisy(0.1)
    after = counts.copy()
    after[:, 12:] *= 10
    assert dispersion_before(designed(after), BEFORE) == dispersion_before(designed(counts), BEFORE)
    counts[0, 3] = np.nan
    assert dispersion_before(designed(counts), BEFORE) == yearly_dispersion(counts[1:, :12])
