"""The published quarterly series of the thirteen municipalities, as arrays."""

import csv
from pathlib import Path

import numpy as np

from analysis.arrays import Floats
from data.periods import Quarter, parse_quarter

REFERENCE = Path(__file__).parents[2] / "data" / "reference"
MUNICIPALITIES = ("157", "173", "190", "201", "210", "217", "219", "223", "230", "240", "250", "260", "270")
QUARTERS = Quarter.span(Quarter(2016, 1), Quarter(2025, 4))


def published_counts(code: str) -> Floats:
    """Return municipalities x quarters from 2016K1, NaN where nothing is published."""
    with (REFERENCE / "straf11.csv").open(newline="") as file:
        values = {(row["area"], row["period"]): row["value"] for row in csv.DictReader(file) if row["code"] == code}
    return np.array(
        [[float(values.get((area, quarter.code), "nan")) for quarter in QUARTERS] for area in MUNICIPALITIES]
    )


def column(code: str) -> int:
    """Return the index of the quarter `2025K4`."""
    return QUARTERS.index(parse_quarter(code))
