"""The words of an initiative's effect: spans of quarters, changes, and what could have been found."""

from collections.abc import Sequence

from analysis.danish import counted, enumeration, number
from analysis.effect_power import SmallestFindable
from data.catalogue import Noun
from data.periods import Quarter

QUARTERS_A_YEAR = 4
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
    if smallest.fewer is None:
        return (
            f"Med {counted(smallest.before, noun)} i {where} kan end ikke et fald til nul vises sikkert; "
            f"først {number(smallest.more)} flere ville kunne ses."
        )
    return (
        f"Med {counted(smallest.before, noun)} i {where} kan sammenligningen finde en forskel på "
        f"{number(smallest.fewer)} færre eller {number(smallest.more)} flere. Mindre forskelle kan ikke skelnes fra "
        "tilfældige udsving."
    )


def length(quarters: Sequence[Quarter]) -> str:
    """Return how long the quarters are: `året`, `de to år`, or `de otte kvartaler` when they are no whole years."""
    in_row = quarters[-1] == quarters[0].plus(len(quarters) - 1)
    if in_row and len(quarters) == QUARTERS_A_YEAR:
        return "året"
    if in_row and len(quarters) % QUARTERS_A_YEAR == 0:
        return f"de {_WORDS[len(quarters) // QUARTERS_A_YEAR]} år"
    return f"de {_WORDS.get(len(quarters), str(len(quarters)))} kvartaler"


def signed(change: int) -> str:
    """Return `208 færre`, `28 flere` or `uændret`."""
    if change == 0:
        return "uændret"
    return f"{number(abs(change))} {'færre' if change < 0 else 'flere'}"
