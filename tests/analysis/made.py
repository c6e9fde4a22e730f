"""Typed answers made by hand, so that a figure's test shows all that goes in."""

import datetime as dt
from collections.abc import Sequence

from analysis.answers import Break, Expected, Point, Rate, Series, Situation
from analysis.question import Question
from analysis.signal import Verdict
from analysis.verdict_texts import VERDICT_TEXTS
from data.municipalities import DISTRICT, area_name, municipality_codes
from data.periods import Period, Quarter

LAST = Quarter(2025, 4)
COVID = Break(dt.date(2020, 3, 12), dt.date(2021, 6, 30), "exclude", "COVID-19: markant fald.")
LAW = Break(dt.date(2018, 1, 1), None, "break", "Ny indbrudsbestemmelse.")


def quarters(counts: Sequence[int | None], last: Quarter = LAST, **ends: object) -> tuple[Point, ...]:
    """Return a point for each count, the newest in `last`; `ends` are fields of the newest point."""
    first = last.plus(1 - len(counts))
    points = [Point(first.plus(at), count) for at, count in enumerate(counts)]
    newest = points[-1]
    return (*points[:-1], Point(newest.period, newest.count, **ends))  # type: ignore[arg-type]


def series(points: Sequence[Point], *breaks: Break, place: str = "Helsingør") -> Series:
    return Series("Indbrud i privat beboelse", place, tuple(points), breaks, "Politiets udtræk")


def answer(
    code: str,
    observed: int | None = 10,
    *,
    before: int | None = 8,
    rate: float | None = None,
    verdict: Verdict | None = None,
    period: Period = LAST,
    area: str = "indbrud",
    provisional: bool = False,
    reason: str | None = None,
) -> Situation:
    """Return a situation with the expected range 5-15 when there is a verdict of one."""
    judged = verdict not in (None, Verdict.TOO_FEW, Verdict.NOT_COMPARABLE)
    return Situation(
        question=Question(area, code, period),
        name=area_name(code),
        span=period.name,
        observed=observed,
        observed_last_year=before,
        provisional=provisional,
        rate=Rate(rate, rate / 2, rate * 2, "pr. 1.000 husstande", 30945, "2026-01-01") if rate is not None else None,
        expected=Expected(10.0, 5, 15, 0.1, 0.9, 0.5, 13) if judged else None,
        verdict=verdict.value if verdict else None,
        verdict_text=VERDICT_TEXTS[verdict] if verdict else None,
        sentence=None,
        reason=reason,
        forecast=None,
        source="Politiets udtræk",
        release="a1b2c3",
    )


def everywhere(**fields: object) -> tuple[Situation, ...]:
    """Return the same answer for every municipality and the district."""
    return tuple(answer(code, **fields) for code in (*municipality_codes(), DISTRICT))  # type: ignore[arg-type]
