"""Poisson regression on one straight line: what the district's trend needs, at a tenth of a general model's cost."""

from dataclasses import dataclass

import numpy as np

from analysis.arrays import Floats

# Newton's steps double the correct digits each: a dozen is plenty unless there is nothing to find.
MOST_STEPS = 50
SMALL_STEP = 1e-12


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
    line = np.array([np.log(counts.sum() / factors.sum()), 0.0])
    for _ in range(MOST_STEPS):
        mean = factors * np.exp(design @ line)
        information = design.T @ (design * mean[:, None])
        step = np.linalg.solve(information, design.T @ (counts - mean))
        # A step over 1 multiplies the mean by e: farther than that the parabola is no guide.
        line = line + step / max(1.0, float(np.abs(design @ step).max()))
        if np.abs(step).max() < SMALL_STEP:
            break
    mean = factors * np.exp(design @ line)
    information = design.T @ (design * mean[:, None])
    error = float(np.sqrt(np.linalg.inv(information)[1, 1]))
    return Line(float(line[1]), error, float(((counts - mean) ** 2 / mean).sum()))
