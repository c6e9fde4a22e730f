"""Vectors of place and time: near repeats, hot spots, hours."""

import csv
import datetime as dt

import numpy as np

from analysis import hotspots
from analysis.aoristic import hour_weights
from analysis.arrays import Floats
from analysis.repeats import near_repeat
from analysis.vectors.vector import Results, Vector

WEEKDAYS = ("man", "tir", "ons", "tor", "fre", "lor", "son")


def knox(vector: Vector) -> Results:
    """Return the test on a file of x, y (metres) and t (days)."""
    with (vector.folder / vector.inputs["csv"]).open(newline="") as file:
        points = np.array([[float(row[key]) for key in ("x", "y", "t")] for row in csv.DictReader(file)])
    found = near_repeat(points[:, :2], points[:, 2], vector.inputs["delta_m"], vector.inputs["tau_days"])
    return {
        "statistic": found.pairs, "table": found.table, "expected": found.expected, "ratio": found.ratio,
        "p_mc": found.p_permuted, "p_poisson": found.p_poisson,
    }  # fmt: skip


def getis_ord(vector: Vector) -> Results:
    inputs = vector.inputs
    points, values = np.array(inputs["points"], dtype=float), np.array(inputs["y"], dtype=float)

    def z(star: bool) -> Floats:
        found: Floats = hotspots.local_g(points, values, inputs["threshold"], star, inputs["transform"]).Zs
        return found

    return {"G_z": z(star=False), "Gstar_z": z(star=True)}


def prediction_accuracy_index(vector: Vector) -> Results:
    return {"pai": hotspots.prediction_accuracy_index(**vector.inputs)}


def aoristic(vector: Vector) -> Results:
    """Return the weight of each hour of the week, `man 23`, and the common weight when all 168 are alike."""
    end = vector.inputs.get("end")
    begin = dt.datetime.fromisoformat(vector.inputs["begin"])
    weights = hour_weights(begin, dt.datetime.fromisoformat(end) if end else begin)
    alike = float(weights[0, 0]) if np.ptp(weights) == 0 else None
    hours = {f"{WEEKDAYS[day]} {hour:02d}": float(weights[day, hour]) for day, hour in np.ndindex(weights.shape)}
    return hours | {"each_of_168_hours": alike}
