"""Poisson regression on one straight line: what the district's trend needs, at a tenth of a general model's cost."""

from dataclasses import dataclass

import numpy as np

from analysis.arrays import Floats

# Each step doubles the correct digits: a dozen is plenty unless the end of the series towers over the rest.
MOST_STEPS = 50
SMALL_STEP = 1e-11


@dataclass(frozen=True)
class Line:
    """The slope of ln mean, its Poisson standard error, and Pearson's chi2 of the fit."""

    slope: float
    error: float
    chi2: float


def poisson_line(counts: Floats, x: Floats, factors: Floats) -> Line:
    """Return the maximum-likelihood fit of counts ~ Poisson(factors exp(a + b x)), factors above 0.

    The same as a GLM with intercept, x and offset ln factors (McCullagh & Nelder 1989, section 6.2). A finite fit
    needs counts above 0 at two x at least.
    """
    design = np.column_stack([np.ones(len(x)), x])
    # Halfway between the counts and their average: near enough for every step to lead on, as in R's glm.
    mean = (counts + factors * counts.sum() / factors.sum()) / 2
    line = np.zeros(2)
    for _ in range(MOST_STEPS):
        working = np.log(mean / factors) + (counts - mean) / mean
        information = design.T @ (design * mean[:, None])
        before, line = line, np.linalg.solve(information, design.T @ (mean * working))
        mean = factors * np.exp(design @ line)
        if np.abs(line - before).max() < SMALL_STEP:
            break
    information = design.T @ (design * mean[:, None])
    error = float(np.sqrt(np.linalg.inv(information)[1, 1]))
    return Line(float(line[1]), error, float(((counts - mean) ** 2 / mean).sum()))
