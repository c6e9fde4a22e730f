"""Vectors of counts and rates: intervals, ratios, changes, families of tests."""

import numpy as np

from analysis import change, rates
from analysis.funnel import funnel_limits
from analysis.multiplicity import adjusted_p, bonferroni_rejections
from analysis.vectors.vector import Results, Vector

NO_CASES = "ingen sager i nogen af perioderne - ingen sammenligning"


def poisson_interval(vector: Vector) -> Results:
    inputs = vector.inputs
    found = rates.poisson_interval(inputs["count"], inputs.get("exposure", 1), inputs.get("level", 0.95))
    return {"value": found.value, "low": found.low, "high": found.high}


def rate(vector: Vector) -> Results:
    denominator = next(value for key, value in vector.inputs.items() if key != "count")
    found = rates.rate_per_1000(vector.inputs["count"], denominator)
    return {"rate": found.value, "low": found.low, "high": found.high}


def sir(vector: Vector) -> Results:
    found = rates.standardised_ratio(**vector.inputs)
    return {"sir": found.value, "low": found.low, "high": found.high, "p": found.p}


def rate_ratio_exact(vector: Vector) -> Results:
    found = change.exact_change(**vector.inputs)
    text = NO_CASES if vector.inputs["k1"] == vector.inputs["k2"] == 0 else None
    return {"ratio": found.ratio, "low": found.low, "high": found.high, "p": found.p, "text": text}


def e_test(vector: Vector) -> Results:
    return {"p": change.e_test(**vector.inputs)}


def quasi_poisson_change(vector: Vector) -> Results:
    found = change.quasi_poisson_change(*(np.array(vector.inputs[side], dtype=float) for side in ("before", "after")))
    if found is None:
        return dict.fromkeys(vector.wanted)
    return {
        "log_rr": found.log_ratio, "se": found.error, "dispersion": found.dispersion, "rr": found.ratio,
        "low_t": found.low, "high_t": found.high, "p_t": found.p, "poisson_se": found.plain_error,
    }  # fmt: skip


def benjamini_hochberg(vector: Vector) -> Results:
    p, level = np.array(vector.inputs["p"], dtype=float), vector.inputs["q"]
    adjusted = adjusted_p(p)
    return {
        "adjusted": adjusted,
        "rejected_bh": int((adjusted <= level).sum()),
        "rejected_bonferroni": bonferroni_rejections(p, level),
    }


def funnel(vector: Vector) -> Results:
    limits = funnel_limits(np.array([vector.inputs["expected"]], dtype=float))
    (low998, high998), (low95, high95) = limits.ratio998, limits.ratio95
    return {
        "o95": np.concatenate(limits.count95),
        "o998": np.concatenate(limits.count998),
        "sir_0_1_2_5_97_5_99_9": np.concatenate([low998, low95, high95, high998]),
    }
