"""The kinds of vectors that the product answers."""

from collections.abc import Callable, Mapping

from analysis.vectors import counts, efforts, levels, personal, places, shares
from analysis.vectors.vector import Results, Vector

KINDS: Mapping[str, Callable[[Vector], Results]] = {
    "poisson_interval": counts.poisson_interval,
    "rate": counts.rate,
    "sir": counts.sir,
    "rate_ratio_exact": counts.rate_ratio_exact,
    "e_test": counts.e_test,
    "quasi_poisson_change": counts.quasi_poisson_change,
    "benjamini_hochberg": counts.benjamini_hochberg,
    "funnel_limits": counts.funnel,
    "nb_interval": levels.nb_interval,
    "expected_level": levels.district_levels,
    "did_poisson": efforts.did_poisson,
    "wdd": efforts.wdd,
    "empirical_bayes": efforts.empirical_bayes,
    "target_path": efforts.target_path,
    "wilson": shares.wilson,
    "newcombe": shares.newcombe,
    "median_interval": shares.median_interval,
    "dominance": shares.dominance,
    "knox": places.knox,
    "getis_ord": places.getis_ord,
    "prediction_accuracy_index": places.prediction_accuracy_index,
    "aoristic": places.aoristic,
    "cpr": personal.cpr,
    "phone": personal.phone,
}
