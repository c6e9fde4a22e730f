"""Forventet niveau: own level of the latest three years x the district's season x the district's trend.

A quasi-Poisson level model with a borrowed season and trend, in the family of Farrington et al. 1996
(J. R. Stat. Soc. A 159:547) and Noufaily et al. 2013 (Stat. Med. 32:1206): the season of a place with three cases a
month is noise, so it is the district's; the dispersion is pooled over the municipalities.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from analysis.arrays import Flags, Floats, Integers
from analysis.dispersion import pearson_dispersion
from analysis.poisson_line import poisson_line

# A trend steeper than this is more often noise, or an end of the baseline, than a development that goes on.
STEEPEST_FALL, STEEPEST_RISE = np.log(0.88), np.log(1.10)
# A trend is used only when it is this many standard errors from none.
TREND_LIMIT = 2.0
LEAST_PER_SEASON = 2
# A slope through one period with cases is infinite.
LEAST_FOR_TREND = 2
# A window this much wider than a season needs the whole baseline: yearly sums against two years are too uncertain.
WIDEST_SHORT_WINDOW = 3


class Obstacle(StrEnum):
    """Why there is no expected level."""

    WINDOW = "window"  # the window itself lies before a break or in an excluded interval
    HISTORY = "history"  # too few usable periods before the window
    SEASON = "season"  # some season is seen less than twice


@dataclass(frozen=True)
class Design:
    """How much history the model looks at, in periods; `seasons` is the number of periods a year."""

    seasons: int
    reach: int  # how far back the season and the baseline may look
    baseline: int  # the newest usable periods that make the level
    least_baseline: int
    least_reach: int


QUARTERLY = Design(seasons=4, reach=20, baseline=12, least_baseline=8, least_reach=8)
MONTHLY = Design(seasons=12, reach=60, baseline=36, least_baseline=24, least_reach=36)


@dataclass(frozen=True)
class Trend:
    """The district's log change a year, its standard error, and what of it the model uses (0 when it is not clear)."""

    estimate: float
    standard_error: float
    used: float


@dataclass(frozen=True)
class Level:
    """The expected count of a window for each row of counts, and its variance; NaN for a row that has too many gaps.

    `season` has mean 1 over a year and starts at the season of the first column; `baseline` are column indices.
    """

    mean: Floats
    variance: Floats
    season: Floats
    trend: Trend
    dispersion: float
    baseline: Integers


def expected_level(
    counts: Floats, first: int, width: int, design: Design, usable: Flags | None = None
) -> Level | Obstacle:
    """Return the level expected in columns first … first + width - 1 (which may lie after the last column).

    counts: municipalities x periods, NaN where a period was not delivered. Season, trend and dispersion are the
    district's, and a sum with a gap is no sum: a period that one municipality misses is unusable for all, except
    that a municipality whose own periods would be too few is left out (NaN) and stops nobody else.

    season s_k = K mean(D_k) / sum_j mean(D_j); trend: Poisson GLM of D on years with offset ln s; f = s exp(b x);
    level = sum Y / sum f over the baseline; mean = level F_w; dispersion = Pearson chi2 / (M nb - M - K), at least 1;
    variance = dispersion mean (1 + F_w / F_b) + (se_b (nb/2 + w/2)/K mean)^2, the last term only when b is used.
    """
    allowed = np.ones(counts.shape[1], np.bool_) if usable is None else usable
    if not allowed[first : first + width].all():
        return Obstacle.WINDOW
    seen = np.isfinite(counts)
    kept = np.array([not isinstance(_history(row & allowed, first, width, design), Obstacle) for row in seen], np.bool_)
    whole = allowed & seen[kept].all(axis=0) if kept.any() else allowed & seen.all(axis=0)
    history = _history(whole, first, width, design)
    if isinstance(history, Obstacle):
        return history
    return _fitted(counts, kept, history, np.arange(first, first + width), design)


def _history(usable: Flags, first: int, width: int, design: Design) -> Integers | Obstacle:
    """Return the usable periods within reach before the window, oldest first."""
    if first < design.least_reach:
        return Obstacle.HISTORY
    start = max(0, first - design.reach)
    history: Integers = start + np.flatnonzero(usable[start:first])
    least = design.least_baseline if width <= WIDEST_SHORT_WINDOW else design.baseline
    if len(history) < least:
        return Obstacle.HISTORY
    if np.bincount(history % design.seasons, minlength=design.seasons).min() < LEAST_PER_SEASON:
        return Obstacle.SEASON
    return history


def _fitted(counts: Floats, kept: Flags, history: Integers, window: Integers, design: Design) -> Level:
    baseline = history[-design.baseline :]
    district = counts[kept].sum(axis=0)
    season = _season(district, history, design.seasons)
    trend = _trend(district, season, baseline)
    factors = season[window % len(season)] * np.exp(trend.used * _years(window, baseline, design.seasons))
    base_factors = season[baseline % len(season)] * np.exp(trend.used * _years(baseline, baseline, design.seasons))
    rows = counts[kept][:, baseline]
    level = rows.sum(axis=1) / base_factors.sum()
    dispersion = pearson_dispersion(rows, level[:, None] * base_factors, len(rows) + design.seasons)
    lever = (len(baseline) / 2 + len(window) / 2) / design.seasons
    drift = trend.standard_error * lever if trend.used else 0.0
    mean = np.full(len(counts), np.nan)
    mean[kept] = level * factors.sum()
    variance = dispersion * mean * (1 + factors.sum() / base_factors.sum()) + (drift * mean) ** 2
    return Level(mean, variance, season, trend, dispersion, baseline)


def _season(district: Floats, history: Integers, seasons: int) -> Floats:
    means = np.array([district[history[history % seasons == season]].mean() for season in range(seasons)])
    return seasons * means / means.sum() if means.sum() > 0 else np.ones(seasons)


def _years(periods: Integers, baseline: Integers, seasons: int) -> Floats:
    years: Floats = (periods - baseline.mean()) / seasons
    return years


def _trend(district: Floats, season: Floats, baseline: Integers) -> Trend:
    """Return the district's trend over the baseline, its standard error widened by the dispersion it shows itself."""
    factors = season[baseline % len(season)]
    # A season in which nothing ever happens says nothing about the trend, and ln 0 is no offset.
    periods, factors = baseline[factors > 0], factors[factors > 0]
    if np.count_nonzero(district[periods]) < LEAST_FOR_TREND:
        return Trend(0.0, np.inf, 0.0)
    fit = poisson_line(district[periods], _years(periods, baseline, len(season)), factors)
    dispersion = max(1.0, fit.chi2 / (len(baseline) - 2))
    estimate, error = fit.slope, float(fit.error * np.sqrt(dispersion))
    used = float(np.clip(estimate, STEEPEST_FALL, STEEPEST_RISE)) if abs(estimate) > TREND_LIMIT * error else 0.0
    return Trend(estimate, error, used)
