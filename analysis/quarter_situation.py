"""The answer for one quarter: the count, the same quarter last year, the rate, the verdict and the forecast."""

from dataclasses import replace

from analysis import reasons
from analysis.answers import Situation
from analysis.breaks import breaks_of
from analysis.denominators import rate
from analysis.grid import Grid, grid
from analysis.indicator import Indicator
from analysis.judged import JudgedPlace, forecasts, judged_quarter
from analysis.question import SeriesName
from analysis.signal import Verdict
from analysis.unanswered import unanswered
from analysis.verdict_texts import VERDICT_TEXTS
from data.municipalities import DISTRICT, municipality_codes
from data.periods import Quarter
from data.release import Release


def quarter_situation(release: Release, asked: Indicator, place: str, quarter: Quarter) -> Situation:
    """Return what is known of one place in one quarter."""
    known = counted_quarter(release, asked, place, quarter)
    if known.observed is None or known.provisional:
        return known
    known = replace(known, rate=rate(release, asked, place, quarter.year, known.observed))
    if place not in (*municipality_codes(), DISTRICT):
        return replace(known, reason=reasons.NOT_A_PLACE)
    judged = judged_quarter(release, asked, quarter)[place]
    forecast = forecasts(release, asked, quarter).get(place)
    return _with_verdict(
        replace(
            known, expected=judged.expected, forecast=forecast, reason=_not_judged(release, asked, quarter, judged)
        ),
        judged.verdict,
    )


def counted_quarter(release: Release, asked: Indicator, place: str, quarter: Quarter) -> Situation:
    """Return the count of one place in one quarter and a year before, or why there is none; nothing is judged."""
    counts = grid(release, asked)
    if counts is None:
        return unanswered(release, asked, place, quarter, _no_series(asked))
    observed = counts.count(place, quarter)
    if observed is None:
        return unanswered(release, asked, place, quarter, _missing(asked, place, quarter))
    known = replace(
        unanswered(release, asked, place, quarter),
        observed=observed,
        observed_last_year=_final_count(counts, place, quarter.year_before),
    )
    if counts.is_final(place, quarter):
        return known
    return _with_verdict(replace(known, provisional=True, reason=reasons.provisional(quarter)), Verdict.NOT_COMPARABLE)


def _final_count(counts: Grid, place: str, quarter: Quarter) -> int | None:
    return counts.count(place, quarter) if counts.is_final(place, quarter) else None


def _with_verdict(known: Situation, verdict: Verdict) -> Situation:
    return replace(known, verdict=verdict.value, verdict_text=VERDICT_TEXTS[verdict])


def _no_series(asked: Indicator) -> str:
    return reasons.NO_TWIN if asked.series is SeriesName.PUBLISHED else reasons.ONLY_YEARS


def _missing(asked: Indicator, place: str, quarter: Quarter) -> str:
    if asked.category is not None and asked.category.district_only and place != DISTRICT:
        return reasons.ONLY_DISTRICT
    if asked.series is SeriesName.PUBLISHED:
        return reasons.not_published(place, quarter)
    return reasons.not_delivered(place, quarter)


def _not_judged(release: Release, asked: Indicator, quarter: Quarter, judged: JudgedPlace) -> str | None:
    if judged.obstacle is not None:
        return reasons.obstacle(judged.obstacle, quarter, breaks_of(release, asked))
    return reasons.TOO_FEW if judged.verdict is Verdict.TOO_FEW else None
