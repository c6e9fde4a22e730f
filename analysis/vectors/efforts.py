"""Vectors of efforts: did it work, is a road section worse than its kind, is the path kept."""

import re
from typing import Any

import numpy as np

from analysis import effects, traffic
from analysis.vectors.vector import Results, Vector

# A road's accidents by its traffic, as safety performance functions are written: 0.0224*ADT**0.564.
_POWER_OF_TRAFFIC = re.compile(r"\s*([\d.eE+-]+)\s*\*\s*ADT\s*\*\*\s*\(?\s*([\d.eE+-]+)\s*\)?\s*")


def did_poisson(vector: Vector) -> Results:
    found = effects.poisson_effect(vector.inputs["control"], vector.inputs["treated"])
    if found is None:
        return dict.fromkeys(vector.wanted)
    return {
        "log_ratio": found.log_ratio, "se": found.error, "z": found.z, "p": found.p,
        "ratio": found.ratio, "low": found.low, "high": found.high,
    }  # fmt: skip


def wdd(vector: Vector) -> Results:
    names = {"disp_control": "ring_control", "disp_treated": "ring_treated"}
    found = effects.displacement_difference(**{names.get(key, key): value for key, value in vector.inputs.items()})
    total = found.total
    return {
        "est": total.estimate, "se": total.error, "z": total.z, "low95": total.low, "high95": total.high,
        "local": found.local.estimate, "se_local": found.local.error,
        "displacement": found.ring.estimate, "se_displacement": found.ring.error,
        "total": total.estimate, "se_total": total.error,
    }  # fmt: skip


def empirical_bayes(vector: Vector) -> Results:
    inputs = vector.inputs
    written = _POWER_OF_TRAFFIC.fullmatch(inputs["spf"])
    if written is None:
        raise ValueError("spf is read as a*ADT**b")
    mean = float(written[1]) * inputs["adt"] ** float(written[2])
    length, years = inputs["length"], inputs["years"]
    found = traffic.empirical_bayes(mean, length, years, float(np.sum(inputs["observed"])), inputs["phi_per_length"])
    return {
        "mu_per_length_year": found.mean, "weight": found.weight, "expected": found.expected, "sd": found.error,
        "per_year": found.expected / years, "sd_per_year": found.error / years,
        "per_length_year": found.expected / length / years, "sd_per": found.error / length / years,
    }  # fmt: skip


def target_path(vector: Vector) -> Results:
    inputs = dict(vector.inputs)
    observed = {key: inputs.pop(key) for key in list(inputs) if key.startswith("observed_")}

    def on_path(year: str) -> float:
        return traffic.target_path(year=int(year), **inputs)

    results: dict[str, Any] = {key: on_path(key[1:]) for key in vector.wanted if re.fullmatch(r"y\d{4}", key)}
    for key, count in observed.items():
        status = traffic.path_status(count, on_path(key.removeprefix("observed_")))
        results |= {"p_upper": status.p_upper, "p_lower": status.p_lower}
    return results
