"""The answer about killed and seriously injured: always a three-year sum, never one quarter."""

from dataclasses import replace

from analysis import reasons
from analysis.answers import Situation
from analysis.casualties import YEARS_SUMMED, final_years, three_year_sum
from analysis.denominators import rate
from analysis.indicator import Indicator
from analysis.judged_sums import JudgedSum, judged_sums
from analysis.question import SeriesName
from analysis.signal import Verdict
from analysis.unanswered import unanswered
from analysis.verdict_texts import VERDICT_TEXTS
from data.periods import Period
from data.release import Release


def casualty_situation(release: Release, asked: Indicator, place: str, period: Period) -> Situation:
    """Return the sum of the last three final years up to the year that the period lies in, and its verdict."""
    if asked.series is SeriesName.PUBLISHED:
        return unanswered(release, asked, place, period, reasons.NO_TWIN)
    last = last_final_year(release, period)
    judged = judged_sums(release, last).get(place) if last is not None else None
    if last is None or judged is None:
        return unanswered(release, asked, place, period, reasons.CASUALTIES_NOT_FINAL)
    known = rate(release, asked, place, last, judged.severe, years=YEARS_SUMMED)
    return replace(
        unanswered(release, asked, place, period, _not_judged(judged)),
        span=f"{last - YEARS_SUMMED + 1}-{last}",
        observed=judged.severe,
        observed_last_year=three_year_sum(release, place, last - 1),
        rate=replace(known, unit=f"{known.unit} om året") if known else None,
        expected=judged.expected,
        verdict=judged.verdict.value,
        verdict_text=VERDICT_TEXTS[judged.verdict],
    )


def last_final_year(release: Release, period: Period) -> int | None:
    """Return the last year with final numbers, no later than the year of the period."""
    return max((year for year in final_years(release) if year <= period.year), default=None)


def _not_judged(judged: JudgedSum) -> str | None:
    return {Verdict.TOO_FEW: reasons.TOO_FEW, Verdict.NOT_COMPARABLE: reasons.NO_EARLIER_YEARS}.get(judged.verdict)
