"""Vectors of shares and of money."""

import numpy as np

from analysis import money, proportions
from analysis.rates import Interval
from analysis.vectors.vector import Results, Vector


def wilson(vector: Vector) -> Results:
    return _interval(proportions.wilson(vector.inputs["x"], vector.inputs["n"]), "share")


def newcombe(vector: Vector) -> Results:
    return _interval(proportions.newcombe(*(vector.inputs[key] for key in ("x1", "n1", "x2", "n2"))), "diff")


def median_interval(vector: Vector) -> Results:
    found = money.median_interval(np.array(vector.inputs["kr"], dtype=float))
    if found is None:
        return dict.fromkeys(vector.wanted)
    return {
        "median": found.value, "low": found.low, "high": found.high, "ranks": found.ranks, "coverage": found.coverage,
    }  # fmt: skip


def dominance(vector: Vector) -> Results:
    amounts = np.array(vector.inputs["amounts"], dtype=float)
    found = money.dominance(amounts, vector.inputs["p"], vector.inputs["n"], vector.inputs["k"])
    return {
        "p_percent_unsafe": found.p_percent_unsafe,
        "share_two_largest": money.dominance(amounts, n=2).share,
        "nk_unsafe": found.nk_unsafe,
    }


def _interval(found: Interval | None, name: str) -> Results:
    return {name: found and found.value, "low": found and found.low, "high": found and found.high}
