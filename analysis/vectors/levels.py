"""Vectors of the expected level: one district in a file, and the negative binomial under it."""

import csv
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from analysis.arrays import Floats
from analysis.expected import MONTHLY, QUARTERLY, Level, Obstacle, expected_level
from analysis.forecast import next_level
from analysis.signal import quantile, tails
from analysis.vectors.vector import Results, Vector
from data.periods import parse_month, parse_quarter

QUANTILES = {"80": (0.10, 0.90), "95": (0.025, 0.975), "99": (0.005, 0.995)}


def nb_interval(vector: Vector) -> Results:
    """Return p_ge_N and p_le_N for a count N, and qNNN for a probability 0.NNN, as the vector names them."""
    mean = np.array([float(vector.inputs["mu"])])
    variance = mean * vector.inputs["phi"]

    def value(key: str) -> float:
        if key.startswith("q"):
            return float(quantile(float(f"0.{key[1:]}"), mean, variance)[0])
        at_least, at_most = tails(np.array([float(key.rpartition("_")[2])]), mean, variance)
        return float((at_least if key.startswith("p_ge") else at_most)[0])

    return {key: value(key) for key in vector.wanted}


def district_levels(vector: Vector) -> Results:
    """Return under `json` each window of 1, 3 … 12 periods that ends with the file, and the next quarter's forecast.

    The file has one row a month (2020-01) or quarter (2020K1) and one column a municipality; empty is not delivered.
    """
    labels, counts = _district(vector.folder / vector.inputs["csv"])
    quarterly = "K" in labels[0].upper()
    design, quarter = (QUARTERLY, 1) if quarterly else (MONTHLY, 3)
    start = (parse_quarter(labels[0]) if quarterly else parse_month(labels[0])).number - 1
    windows: dict[str, Any] = {}
    for width in range(1, min(design.seasons, len(labels)) + 1):
        first = len(labels) - width
        observed = counts[:, first:].sum(axis=1)
        level = expected_level(counts, first, width, design)
        windows[f"w{width}"] = {"first_index": first, "observed": observed} | _described(level, start, observed)
    return {"json": windows | {"forecast_next_quarter": _described(next_level(counts, quarter, design), start)}}


def _district(path: Path) -> tuple[Sequence[str], Floats]:
    with path.open(newline="", encoding="utf-8") as file:
        _, *rows = csv.reader(file)
    counts = [[float(cell) if cell.strip() else np.nan for cell in row[1:]] for row in rows]
    return [row[0] for row in rows], np.array(counts).T


def _described(level: Level | Obstacle, start: int, observed: Floats | None = None) -> dict[str, Any]:
    if isinstance(level, Obstacle):
        return {}
    described: dict[str, Any] = {
        # In a file the season starts with January, in a level with the first column.
        "season": np.roll(level.season, start), "trend_raw": level.trend.estimate, "trend_used": level.trend.used,
        "trend_se": level.trend.standard_error, "phi": level.dispersion, "mu": level.mean, "var": level.variance,
    }  # fmt: skip
    if observed is not None:
        described["p_up"], described["p_down"] = tails(observed, level.mean, level.variance)
    for name, (low, high) in QUANTILES.items():
        limits = quantile(low, level.mean, level.variance), quantile(high, level.mean, level.variance)
        described |= {f"pi{name}": limits, f"pi{name}_low": limits[0], f"pi{name}_high": limits[1]}
    return described
