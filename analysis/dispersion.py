"""How much more counts vary than chance alone: pooled over municipalities, because one alone says too little."""

import numpy as np

from analysis.arrays import Floats


def pearson_dispersion(observed: Floats, fitted: Floats, parameters: int) -> float:
    """Return max(1, sum (observed - fitted)^2 / fitted / (cells - parameters)); cells fitted as 0 hold no cases.

    The Pearson estimate of McCullagh & Nelder 1989, section 4.5; at least 1 because fewer swings than chance gives is
    itself chance.
    """
    squares = (observed - fitted) ** 2 / np.where(fitted > 0, fitted, 1.0)
    return max(1.0, float(squares.sum()) / (observed.size - parameters))


def yearly_dispersion(counts: Floats) -> float:
    """Return the dispersion of municipalities x years round each one's share of the year's total.

    Fitted = row sum x column sum / total, (rows - 1)(columns - 1) degrees of freedom. 1 when nothing happened.
    """
    total = counts.sum()
    if total == 0:
        return 1.0
    rows, columns = counts.shape
    fitted = counts.sum(axis=1, keepdims=True) * counts.sum(axis=0, keepdims=True) / total
    return pearson_dispersion(counts, fitted, rows + columns - 1)
