"""A Situation as the plain keys that scripts rely on."""

from typing import Any

from analysis.answers import Situation


def as_json(answer: Situation) -> dict[str, Any]:
    """Return every key of the interface; null where there is nothing to say."""
    asked, rate, expected, forecast = answer.question, answer.rate, answer.expected, answer.forecast
    return {
        "area": asked.area,
        "category": asked.category,
        "municipality": asked.municipality,
        "name": answer.name,
        "period": asked.period.code,
        "series": asked.series.value,
        "observed": answer.observed,
        "observed_last_year": answer.observed_last_year,
        "provisional": answer.provisional,
        "rate": rate.value if rate else None,
        "rate_low": rate.low if rate else None,
        "rate_high": rate.high if rate else None,
        "rate_unit": rate.unit if rate else None,
        "denominator": rate.denominator if rate else None,
        "denominator_date": rate.date if rate else None,
        "expected": expected.mean if expected else None,
        "low": expected.low if expected else None,
        "high": expected.high if expected else None,
        "p_up": expected.p_up if expected else None,
        "p_down": expected.p_down if expected else None,
        "q": expected.q if expected else None,
        "family": expected.family if expected else None,
        "verdict": answer.verdict,
        "verdict_text": answer.verdict_text,
        "sentence": answer.sentence,
        "reason": answer.reason,
        "forecast": {
            "period": forecast.period.code,
            "low80": forecast.low80,
            "high80": forecast.high80,
            "low95": forecast.low95,
            "high95": forecast.high95,
        }
        if forecast
        else None,
        "source": answer.source,
        "release": answer.release,
    }
