"""Which colour a municipality gets on the map: by verdict where there are verdicts, else by rate in even steps."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from analysis.answers import Situation
from analysis.danish import interval
from analysis.palette import BLUES, EMPTY, FULL_ORANGE, PALE_GREY, PALE_ORANGE, PALE_SAND, SAND
from analysis.signal import Verdict
from analysis.verdict_texts import VERDICT_TEXTS

NICE_STEPS = (1, 2, 2.5, 5, 10)
NO_NUMBER = "Ingen tal"
PROVISIONAL = "Foreløbige tal"


@dataclass(frozen=True)
class MapClass:
    """One entry of the legend and the municipalities (codes) that have its colour."""

    label: str
    colour: str
    members: tuple[str, ...]
    hatched: bool = False


_VERDICT_COLOURS = {
    Verdict.MARKEDLY_MORE: FULL_ORANGE,
    Verdict.MORE: PALE_ORANGE,
    Verdict.EXPECTED: EMPTY,
    Verdict.FEWER: BLUES[1],
    Verdict.MARKEDLY_FEWER: BLUES[4],
    Verdict.TOO_FEW: PALE_SAND,
    Verdict.NOT_COMPARABLE: SAND,
}


def map_classes(situations: Sequence[Situation]) -> tuple[MapClass, ...]:
    """Return the classes that occur, in the order of the legend; provisional numbers are a class of their own."""
    final = [situation for situation in situations if not situation.provisional]
    open_still = tuple(situation.question.municipality for situation in situations if situation.provisional)
    classes = _by_verdict(final) if any(situation.expected for situation in final) else _by_rate(final)
    return (*classes, MapClass(PROVISIONAL, PALE_GREY, open_still, hatched=True)) if open_still else classes


def _by_verdict(situations: Sequence[Situation]) -> tuple[MapClass, ...]:
    classes = []
    for verdict, colour in _VERDICT_COLOURS.items():
        found = [situation for situation in situations if situation.verdict == verdict]
        if found:
            label = VERDICT_TEXTS[verdict]
            classes.append(MapClass(label, colour, tuple(situation.question.municipality for situation in found)))
    return (*classes, *_without(situations, [code for each in classes for code in each.members]))


def _by_rate(situations: Sequence[Situation]) -> tuple[MapClass, ...]:
    rates = {situation.question.municipality: situation.rate.value for situation in situations if situation.rate}
    if not rates:
        return _without(situations, [])
    step = _nice_step(min(rates.values()), max(rates.values()))
    decimals = next(count for count in (0, 1, 2) if count == 2 or round(step, count) == step)
    lowest = _step_of(min(rates.values()), step)
    classes = []
    for place, colour in enumerate(BLUES):
        low = (lowest + place) * step
        members = tuple(code for code, rate in rates.items() if _step_of(rate, step) - lowest == place)
        if members:
            classes.append(MapClass(interval(low, low + step, decimals), colour, members))
    return (*classes, *_without(situations, list(rates)))


def _step_of(rate: float, step: float) -> int:
    return math.floor(round(rate / step, 9))  # 0.3 / 0.1 is a little less than 3


def _nice_step(lowest: float, highest: float) -> float:
    """Return the smallest round step that covers the rates with one class for each colour."""
    # Rates that differ by less than a tenth are one class, and two decimals are the finest that is written.
    span = max(highest - lowest, highest / 10, 0.04)
    # One class is kept free: the lowest rate rarely lies on a step.
    needed = span / (len(BLUES) - 1)
    size = math.pow(10, math.floor(math.log10(needed)))
    return next(nice * size for nice in NICE_STEPS if nice * size >= needed)


def _without(situations: Sequence[Situation], known: Sequence[str]) -> tuple[MapClass, ...]:
    codes = [situation.question.municipality for situation in situations]
    rest = tuple(code for code in codes if code not in known)
    return (MapClass(NO_NUMBER, PALE_GREY, rest),) if rest else ()
