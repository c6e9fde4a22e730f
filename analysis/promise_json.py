"""A promise's answer as plain keys, always all of them."""

from dataclasses import asdict
from typing import Any

from analysis.promise_answer import PromiseAnswer, PromiseCount
from analysis.promise_sentences import promise_headline, promise_sentences


def promise_as_json(answer: PromiseAnswer) -> dict[str, Any]:
    """Return the answer for scripts; null where there is nothing to say."""
    share, bounds, compared = answer.share, answer.bounds, answer.compared
    return {
        "guarantee": answer.promise.code,
        "municipality": answer.municipality,
        "name": answer.name,
        "period": answer.period.code,
        **_counts(answer.count),
        "share": share.value if share else None,
        "low": share.low if share else None,
        "high": share.high if share else None,
        "worst_case": bounds.worst if bounds else None,
        "best_case": bounds.best if bounds else None,
        "next_case": answer.next_case,
        "last_year": _counts(compared.before if compared else None),
        "difference": asdict(compared.difference) if compared else None,
        "verdict": compared.verdict.value if compared else None,
        "not_compared": answer.not_compared,
        "times": {
            "year": answer.speed.period.code,
            "visits": answer.speed.counted,
            "median_minutes": answer.speed.median_minutes,
            "nine_tenths_minutes": answer.speed.nine_tenths_minutes,
        }
        if answer.speed
        else None,
        "sentence": promise_headline(answer),
        "sentences": list(promise_sentences(answer)),
        "reason": answer.reason,
        "source": answer.source,
        "release": answer.release,
    }


def _counts(count: PromiseCount | None) -> dict[str, int | None]:
    keys = ("kept", "counted", "excluded", "elsewhere", "unknown", "other")
    return {key: getattr(count, key) if count else None for key in keys}
