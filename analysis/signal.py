"""A verdict on an observed count: outside its 99 % range, and still so after the control for many tests."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from scipy.stats import nbinom

from analysis.arrays import Flags, Floats
from analysis.expected import Level
from analysis.multiplicity import adjusted_p, two_sided

# Per side: the range that people see is the 99 % range, so outside it and p <= 0.005 are the same thing.
RED = 0.005
# Analyst's watch list only; never in material for the council.
YELLOW = 0.025
FALSE_DISCOVERIES = 0.10
# Below one expected case, a single case would be "red".
LEAST_EXPECTED = 1.0


class Verdict(StrEnum):
    """The seven verdicts; the value is the identifier that others rely on."""

    MARKEDLY_MORE = "markant_flere"
    MORE = "flere"
    EXPECTED = "forventet"
    FEWER = "faerre"
    MARKEDLY_FEWER = "markant_faerre"
    TOO_FEW = "for_faa"
    NOT_COMPARABLE = "ikke_sammenlignelig"


@dataclass(frozen=True)
class Judgement:
    """Observed counts against their expected level; one entry a municipality, NaN where there is no range.

    low and high are the 99 % range (counts inside it, both included); q is the Benjamini-Hochberg value over the
    `family` municipalities that have a range.
    """

    low: Floats
    high: Floats
    p_up: Floats
    p_down: Floats
    q: Floats
    family: int
    verdicts: tuple[Verdict, ...]


def judgement(observed: Floats, level: Level, scarce: Flags | None = None) -> Judgement:
    """Return the verdict on each observed count (NaN: not delivered, so not comparable).

    `scarce` marks municipalities that are too few to judge for another reason than an expected level under one.
    """
    scarce = (level.mean < LEAST_EXPECTED) | (False if scarce is None else scarce)
    judged = np.isfinite(observed) & (level.mean >= LEAST_EXPECTED) & ~scarce
    mean, variance = np.where(judged, level.mean, np.nan), np.where(judged, level.variance, np.nan)
    p_up, p_down = tails(observed, mean, variance)
    q = adjusted_p(two_sided(p_up, p_down))
    too_few = np.isfinite(observed) & scarce
    verdicts = tuple(
        Verdict.TOO_FEW if few else verdict_of(*tests) for few, *tests in zip(too_few, p_up, p_down, q, strict=True)
    )
    low, high = quantile(RED, mean, variance), quantile(1 - RED, mean, variance)
    return Judgement(low, high, p_up, p_down, q, int(judged.sum()), verdicts)


def watched(judged: Judgement) -> Flags:
    """Return which counts are gul or rød: worth an analyst's look, not a statement."""
    return np.minimum(judged.p_up, judged.p_down) <= YELLOW


def tails(observed: Floats, mean: Floats, variance: Floats) -> tuple[Floats, Floats]:
    """Return P(Y >= observed) and P(Y <= observed) of the negative binomial with that mean and variance."""
    size, chance = _negative_binomial(mean, variance)
    return nbinom.sf(observed - 1, size, chance), nbinom.cdf(observed, size, chance)


def quantile(probability: float, mean: Floats, variance: Floats) -> Floats:
    """Return the smallest count k with P(Y <= k) >= probability."""
    size, chance = _negative_binomial(mean, variance)
    quantiles: Floats = nbinom.ppf(probability, size, chance)
    return quantiles


def _negative_binomial(mean: Floats, variance: Floats) -> tuple[Floats, Floats]:
    """Return scipy's n = mean^2 / (variance - mean) and p = n / (n + mean); NaN where the mean is 0 or missing."""
    size = mean**2 / np.where(variance > mean, variance - mean, np.nan)
    return size, size / (size + mean)


def verdict_of(p_up: float, p_down: float, q: float) -> Verdict:
    """Return the verdict that a count's tail probabilities and its q over the family call for (NaN: not compared)."""
    if np.isnan(q):
        return Verdict.NOT_COMPARABLE
    if p_up <= RED:
        return Verdict.MARKEDLY_MORE if q <= FALSE_DISCOVERIES else Verdict.MORE
    if p_down <= RED:
        return Verdict.MARKEDLY_FEWER if q <= FALSE_DISCOVERIES else Verdict.FEWER
    return Verdict.EXPECTED
