"""An Effect as plain keys, always all of them."""

from dataclasses import asdict
from typing import Any

from analysis.effect_answer import Effect, Group
from analysis.effect_sentences import FINDING_TEXTS, effect_sentences


def effect_as_json(found: Effect) -> dict[str, Any]:
    """Return the answer for scripts; null where there is nothing to say."""
    asked, windows = found.initiative.content, found.windows
    return {
        "initiative": found.initiative.id,
        "version": found.initiative.version,
        "what": asked.what,
        "municipality": asked.place,
        "area": found.indicator.area.code if found.indicator else None,
        "category": found.indicator.category.code if found.indicator and found.indicator.category else None,
        "series": found.indicator.series.value if found.indicator else None,
        "start": asked.start.code if asked.start else None,
        "chosen_on": asked.chosen_on.isoformat() if asked.chosen_on else None,
        "finding": found.finding.value,
        "finding_text": FINDING_TEXTS[found.finding],
        "reason": found.reason,
        "assessable_from": found.assessable_from.isoformat() if found.assessable_from else None,
        "before": [quarter.code for quarter in windows.before] if windows else None,
        "after": [quarter.code for quarter in windows.after] if windows else None,
        "treated": _group(found.treated),
        "comparison": _group(found.comparison),
        "neighbours": _group(found.neighbours),
        "district": _group(found.district),
        "dispersion": found.dispersion,
        "smallest": asdict(found.smallest) if found.smallest else None,
        "parallel_p": found.parallel_p,
        "difference": asdict(found.difference) if found.difference else None,
        "displacement": asdict(found.displacement) if found.displacement else None,
        "total": asdict(found.total) if found.total else None,
        "ratio": asdict(found.ratio) if found.ratio else None,
        "sentences": list(effect_sentences(found)),
        "source": found.source,
        "release": found.release,
    }


def _group(group: Group | None) -> dict[str, Any] | None:
    return asdict(group) if group else None
