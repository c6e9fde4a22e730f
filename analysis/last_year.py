"""The same period a year before, told beside a judged count: how many, how many more, and whether it was unusual."""

from dataclasses import dataclass

from analysis.answers import Break, Expected, Situation
from analysis.change import Change, exact_change
from analysis.crossed import newest_break, unusual_time
from analysis.danish import interval, number, percent
from analysis.phrases import MARKED, alone, asked_about, capital, difference, year_before
from data.periods import Period, danish_long_date

# A base year is unusual when a count as far out came at most once in twenty on that side.
UNUSUAL = 0.05
# Already once in ten, outside the interval that forecasts name, when the two counts alone would look like a change:
# then it is the year before that stands out, and the reader must know.
UNUSUAL_BASE = 0.10
LOOKS_LIKE_A_CHANGE = 0.05
# A percentage of a smaller count is noise.
LEAST_FOR_PERCENT = 20
# "3,2 gange så mange" is read at once, "220 % flere" is not.
MOST_FOR_PERCENT = 2


@dataclass(frozen=True)
class Background:
    """What a sentence must know beside its answer; empty where it is not known.

    `last_year`: the level that was expected where and when `observed_last_year` was counted. `breaks`: the series'
    own. `dispersion`: its counts' variance over their mean (pooled over the municipalities; the district's own).
    """

    last_year: Expected | None = None
    breaks: tuple[Break, ...] = ()
    dispersion: float | None = None


NOTHING_MORE = Background()


def count_before(answer: Situation, background: Background) -> str:
    """Return `I samme kvartal året før var der 31, hvilket var usædvanligt få.`; empty where it is not known."""
    before = answer.observed_last_year
    if before is None:
        return ""
    told = f"{capital(year_before(answer))} var der {alone(before, asked_about(answer).noun)}"
    unusual = _unusual(answer, background)
    return refused(answer, background) or (f"{told}, hvilket var {unusual}." if unusual else f"{told}.")


def change_since(answer: Situation, background: Background) -> str:
    """Return `Der var 60 flere end i samme kvartal året før (142).`, its ratio where that is established."""
    now, before = answer.observed, answer.observed_last_year
    if now is None or before is None:
        return ""
    return refused(answer, background) or (
        f"Der var {_compared(answer, now, before)} ({_base(answer, before, background)})"
        f"{_ratio(answer, now, before, background.dispersion)}."
    )


def refused(answer: Situation, background: Background) -> str:
    """Return why the year before may not be set beside it; empty where it may."""
    if asked_about(answer).counts_casualties:
        return ""
    earlier, later = answer.question.period.year_before, answer.question.period
    broken = newest_break(background.breaks, earlier.first_day, later.last_day)
    if broken:
        return (
            f"Der sammenlignes ikke med {earlier.name}: "
            f"tallene er opgjort anderledes før {danish_long_date(broken.start)}."
        )
    if unusual_time(background.breaks, earlier) or unusual_time(background.breaks, later):
        return f"Der sammenlignes ikke med {earlier.name}: en usædvanlig tid er holdt ude af sammenligninger."
    return ""


def change_of(answer: Situation, now: int, before: int, dispersion: float) -> Change:
    """Return the exact change per day since the same period a year before."""
    period = answer.question.period
    return exact_change(now, _days(period), before, _days(period.year_before), dispersion)


def _compared(answer: Situation, now: int, before: int) -> str:
    told = difference(now, before, asked_about(answer).noun)
    return f"{told} {'som' if now == before else 'end'} {year_before(answer)}"


def _base(answer: Situation, before: int, background: Background) -> str:
    unusual = _unusual(answer, background)
    told = alone(before, asked_about(answer).noun)
    return f"{told}, {unusual}" if unusual else told


def _unusual(answer: Situation, background: Background) -> str:
    """Return whether last year's count was itself far from what was expected then."""
    then, now, before = background.last_year, answer.observed, answer.observed_last_year
    if then is None or answer.expected is None or now is None or before is None:
        return ""
    tail = min(then.p_down, then.p_up)
    if tail > UNUSUAL and (tail > UNUSUAL_BASE or change_of(answer, now, before, 1.0).p > LOOKS_LIKE_A_CHANGE):
        return ""
    return "usædvanligt få" if then.p_down <= then.p_up else "usædvanligt mange"


def _ratio(answer: Situation, now: int, before: int, dispersion: float | None) -> str:
    """Return the ratio with its interval where the verdict is markant and the interval leaves out 1.

    Against one quarter a ratio is often less certain than the verdict, which rests on three years. Three-year sums
    that overlap have none.
    """
    if answer.verdict not in MARKED or dispersion is None or asked_about(answer).counts_casualties:
        return ""
    change = change_of(answer, now, before, dispersion)
    if now == 0 or change.low is None or change.high is None or change.low <= 1 <= change.high:
        return ""
    if min(now, before) >= LEAST_FOR_PERCENT and now < MOST_FOR_PERCENT * before:
        return f", svarende til {_percentage(now / before, change.low, change.high)}"
    if change.low > 1:
        return f", svarende til {_times(now / before, change.low, change.high)}"
    return f"; dengang var der {_times(before / now, 1 / change.high, 1 / change.low)}"


def _percentage(ratio: float, low: float, high: float) -> str:
    if ratio > 1:
        return f"{percent(ratio - 1)} flere (usikkerhed {number(100 * (low - 1))}–{percent(high - 1)})"
    return f"{percent(1 - ratio)} færre (usikkerhed {number(100 * (1 - high))}–{percent(1 - low)})"


def _times(ratio: float, low: float, high: float) -> str:
    return f"{number(ratio, 1)} gange så mange (usikkerhed {interval(low, high, 1)})"


def _days(period: Period) -> int:
    return (period.last_day - period.first_day).days + 1
