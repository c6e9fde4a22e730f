"""The words of an initiative's effect: spans of quarters, changes, and what could have been found."""

from collections.abc import Sequence

from analysis.danish import enumeration
from analysis.effect_power import SmallestFindable
from analysis.phrases import difference, quantity
from data.catalogue import Noun
from data.periods import Quarter

QUARTERS_A_YEAR = 4
UNCHANGED = "uændret"
_WORDS = {2: "to", 3: "tre", 4: "fire", 6: "seks", 8: "otte"}


def spans(quarters: Sequence[Quarter]) -> str:
    """Return the quarters as words: `3. kvt. 2018–4. kvt. 2019 og 1. kvt. 2021`."""
    runs: list[list[Quarter]] = []
    for quarter in quarters:
        if runs and runs[-1][-1].plus(1) == quarter:
            runs[-1].append(quarter)
        else:
            runs.append([quarter])
    return enumeration(
        [run[0].short_name if len(run) == 1 else f"{run[0].short_name}–{run[-1].short_name}" for run in runs]
    )


def findable(smallest: SmallestFindable, noun: Noun, where: str) -> str:
    """Return what could have been found, whatever was: METHODS §6 asks for it up front."""
    start = f"Med {quantity(smallest.before, noun)} i {where}"
    more = "" if smallest.more is None else signed(smallest.more, noun)
    if smallest.fewer is None:
        return f"{start} kan tallene intet vise, selv om der ingen kom bagefter; først {more} ville kunne ses."
    return (
        f"{start} kan sammenligningen finde en forskel på {signed(-smallest.fewer, noun)} eller {more}. Mindre "
        "forskelle kan ikke skelnes fra tilfældige udsving."
    )


def length(quarters: Sequence[Quarter]) -> str:
    """Return how long the quarters are: `året`, `de to år`, or `de otte kvartaler` when they are no whole years."""
    in_row = quarters[-1] == quarters[0].plus(len(quarters) - 1)
    if in_row and len(quarters) == QUARTERS_A_YEAR:
        return "året"
    if in_row and len(quarters) % QUARTERS_A_YEAR == 0:
        return f"de {_WORDS[len(quarters) // QUARTERS_A_YEAR]} år"
    return f"de {_WORDS.get(len(quarters), str(len(quarters)))} kvartaler"


def signed(change: float, noun: Noun) -> str:
    """Return a change in whole cases: `208 færre`, `ét mere`, `uændret`."""
    whole = round(change)
    return difference(whole, 0, noun) if whole > 0 else difference(0, -whole, noun) if whole else UNCHANGED
