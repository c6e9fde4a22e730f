"""Did the effort work? The treated area against one that was left alone."""

import warnings
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import norm
from statsmodels.genmod.families import Poisson
from statsmodels.genmod.generalized_linear_model import GLM
from statsmodels.tools.sm_exceptions import PerfectSeparationWarning

from analysis.arrays import Flags, Floats

# Fewer cases than this before: nothing short of a halving or a doubling could be shown.
LEAST_TREATED_BEFORE = 20
# Control and treated must have moved alike before, else their difference after is no effect.
PARALLEL = 0.10

Pair = Sequence[float]


@dataclass(frozen=True)
class Difference:
    """An estimate in numbers of cases, its standard error and 95 % limits; z is None when nothing happened at all."""

    estimate: float
    error: float
    z: float | None
    low: float
    high: float


@dataclass(frozen=True)
class Displacement:
    """The treated area, the ring round it, and both together."""

    local: Difference
    ring: Difference
    total: Difference


@dataclass(frozen=True)
class EffectRatio:
    """The treated area's change over the control's: 0.83 is 17 % below what the control's change promised."""

    log_ratio: float
    error: float
    z: float
    p: float
    ratio: float
    low: float
    high: float


def displacement_difference(
    control: Pair, treated: Pair, ring_control: Pair = (0, 0), ring_treated: Pair = (0, 0),
    time_weights: Pair = (1, 1), area_weights: Pair = (1, 1, 1, 1), dispersion: float = 1.0,
) -> Displacement:  # fmt: skip
    """Return the weighted displacement difference (Wheeler & Ratcliffe 2018, Crime Science 7:11).

    Each pair is before, after; WDD = (T1 - T0) - (C1 - C0), with the ring's the same. Counts are divided by their
    time and area weights (control, treated, ring control, ring treated) and variances by the weights' squares. The
    error grows by the root of the dispersion.
    """

    def weighted(untouched: Pair, touched: Pair, first_area: int) -> tuple[float, float]:
        scale = np.outer(area_weights[first_area : first_area + 2], time_weights)
        counts = np.array([untouched, touched], dtype=float)
        signs = np.array([[1.0, -1.0], [-1.0, 1.0]])
        return float((signs * counts / scale).sum()), float((counts / scale**2).sum()) * dispersion

    local, ring = weighted(control, treated, 0), weighted(ring_control, ring_treated, 2)
    return Displacement(_difference(*local), _difference(*ring), _difference(local[0] + ring[0], local[1] + ring[1]))


def _difference(estimate: float, variance: float) -> Difference:
    error = float(np.sqrt(variance))
    reach = float(norm.ppf(0.975)) * error
    return Difference(estimate, error, estimate / error if error else None, estimate - reach, estimate + reach)


def poisson_effect(control: Pair, treated: Pair, dispersion: float = 1.0) -> EffectRatio | None:
    """Return the ratio of ratios (T1 / T0) / (C1 / C0), the interaction of a Poisson GLM of four counts.

    The model is saturated, so its estimate is the four counts' and its variance the sum of their inverses, which grows
    by the dispersion. None when a count is 0: only the difference in numbers can be used then.
    """
    before_control, after_control = control
    before_treated, after_treated = treated
    cells = np.array([before_control, after_control, before_treated, after_treated], dtype=float)
    if (cells == 0).any():
        return None
    log_ratio = float(np.array([1, -1, -1, 1]) @ np.log(cells))
    return _effect(log_ratio, float(np.sqrt((1 / cells).sum() * dispersion)))


def monthly_effect(control: Floats, treated: Floats, after: Flags) -> EffectRatio | None:
    """Return the same ratio from months: Poisson GLM with month and area effects and a dispersion of its own.

    control: areas x months; treated: months; None when before or after holds no cases on either side.
    """
    sides = [control[:, ~after], control[:, after], treated[~after], treated[after]]
    if any(side.sum() == 0 for side in sides):
        return None
    return _interaction(control, treated, after.astype(float))


def parallel_before(control: Floats, treated: Floats, after: Flags) -> bool:
    """Return whether the treated area and the controls moved alike before (p of a differing trend at least 0.10)."""
    return differing_trend_p(control[:, ~after], treated[~after]) >= PARALLEL


def differing_trend_p(control: Floats, treated: Floats) -> float:
    """Return the p of a trend in which the treated area differs from the controls (areas x periods, all before)."""
    periods = np.arange(len(treated), dtype=float)
    return _interaction(control, treated, periods - periods.mean()).p


def disagree(difference: Difference, ratio: EffectRatio) -> bool:
    """Return whether number and ratio point in opposite directions: the finding is then "uafklaret"."""
    return difference.estimate * ratio.log_ratio < 0


def _interaction(control: Floats, treated: Floats, moved: Floats) -> EffectRatio:
    counts = np.vstack([control, treated])
    areas, months = counts.shape
    # A month in which no area has a case would get an effect of minus infinity and says nothing about the ratio.
    seen = counts.sum(axis=0) > 0
    month_effects = np.tile(np.eye(months)[:, seen], (areas, 1))
    area_effects = np.repeat(np.eye(areas)[:, 1:], months, axis=0)
    interaction = np.concatenate([np.zeros((areas - 1) * months), moved])
    rows = np.tile(seen, areas)
    design = np.column_stack([month_effects, area_effects, interaction])[rows]
    with warnings.catch_warnings():
        # Areas that moved exactly alike are fitted exactly: that is an answer, and the estimate is right.
        warnings.simplefilter("ignore", PerfectSeparationWarning)
        fit = GLM(counts.ravel()[rows], design, family=Poisson()).fit()
    dispersion = max(1.0, fit.pearson_chi2 / fit.df_resid) if fit.df_resid > 0 else 1.0
    return _effect(float(fit.params[-1]), float(fit.bse[-1] * np.sqrt(dispersion)))


def _effect(log_ratio: float, error: float) -> EffectRatio:
    z, reach = log_ratio / error, float(norm.ppf(0.975)) * error
    return EffectRatio(
        log_ratio, error, z, float(2 * norm.sf(abs(z))),
        float(np.exp(log_ratio)), float(np.exp(log_ratio - reach)), float(np.exp(log_ratio + reach)),
    )  # fmt: skip
