"""Answers as the sentences meet them: one call, every field that a case is about."""

from analysis.answers import Expected, Situation
from analysis.question import Question, SeriesName
from analysis.signal import Verdict
from analysis.verdict_texts import VERDICT_TEXTS
from data.municipalities import DISTRICT, area_name
from data.periods import parse_period

FAMILY = 13

# Tails that the verdict calls for, so that every answer here could have come from a release.
_TAILS = {
    Verdict.MARKEDLY_MORE: (0.001, 0.999, 0.03),
    Verdict.MORE: (0.004, 0.997, 0.2),
    Verdict.EXPECTED: (0.4, 0.6, 0.9),
    Verdict.FEWER: (0.997, 0.004, 0.2),
    Verdict.MARKEDLY_FEWER: (0.999, 0.001, 0.03),
}


def told(
    observed: int | None,
    verdict: Verdict | None = None,
    limits: tuple[int, int] | None = None,
    before: int | None = None,
    *,
    area: str = "indbrud",
    category: str | None = None,
    place: str = "217",
    period: str = "2025K4",
    span: str | None = None,
    series: str = "udtraek",
    provisional: bool = False,
    reason: str | None = None,
    mean: float | None = None,
) -> Situation:
    """Return an answer; `limits` is the 99 % range, `before` the same period a year earlier."""
    asked = Question(area, place, parse_period(period), SeriesName(series), category)
    return Situation(
        question=asked,
        name=area_name(place),
        span=span or asked.period.name,
        observed=observed,
        observed_last_year=before,
        provisional=provisional,
        rate=None,
        expected=_expected(verdict, limits, mean, place) if limits and verdict and verdict in _TAILS else None,
        verdict=verdict.value if verdict else None,
        verdict_text=VERDICT_TEXTS[verdict] if verdict else None,
        sentence=None,
        reason=reason,
        forecast=None,
        source="Politiets udtræk af 12.01.2026",
        release="a1b2c3",
    )


def _expected(verdict: Verdict, limits: tuple[int, int], mean: float | None, place: str) -> Expected:
    p_up, p_down, q = _TAILS[verdict]
    alone = place == DISTRICT
    middle = sum(limits) / 2 if mean is None else mean
    return Expected(middle, *limits, p_up, p_down, None if alone else q, 1 if alone else FAMILY)


def last_year(p_up: float, p_down: float) -> Expected:
    """Return the level that last year's count was judged against, with its tails."""
    return Expected(50.0, 20, 90, p_up, p_down, 0.5, FAMILY)
