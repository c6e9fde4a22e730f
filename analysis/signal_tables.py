"""The analyst's watch list as tables: what stands out, and every number that was gone through."""

from collections.abc import Sequence

from analysis.danish import interval, number, sentence
from analysis.signals import Colour, Signal
from analysis.tables import Cell, Column, Table
from data.release import Release

NOTHING = (
    "Intet signal. Det betyder, at ingen tal er uden for det, kommunens egne tal og årstiden giver grund til at vente."
)

_COLUMNS = (
    Column("Kategori"),
    Column("Kommune"),
    Column("Signal"),
    Column("Antal", 0),
    Column("Anmeldelser i sagerne", 0),
    Column("Ventet", 1),
    Column("Ventet område"),
    Column("q", 3, probability=True),
    Column("Gult signal ved"),
    Column("Bemærkning"),
)


def signal_title(found: Sequence[Signal]) -> str:
    """Return how many numbers stand out, of how many."""
    judged = [signal for signal in found if signal.expected is not None]
    red, yellow = (sum(signal.colour is colour for signal in judged) for colour in (Colour.RED, Colour.YELLOW))
    return f"{_signals(red, 'rødt', 'røde')} og {_signals(yellow, 'gult', 'gule')} blandt {number(len(judged))} tal"


def signal_lead(found: Sequence[Signal]) -> str:
    """Return the window and how many signals chance alone would give."""
    first, last = found[0].first, found[0].last
    window = first.name if first == last else f"{first.name} til {last.name}"
    return sentence(
        f"{window}. Til intern brug: ét vindue, alle kategorier og kommuner. Et gult signal er et tal, der er værd at "
        "se på, ikke en konklusion"
    )


def standing_out(release: Release, found: Sequence[Signal]) -> Table:
    """Return the red and yellow numbers, the red first, then by how unlikely they are."""
    chosen = [signal for signal in found if signal.colour is not Colour.NONE]
    ordered = sorted(
        chosen, key=lambda signal: (signal.colour is not Colour.RED, _p(signal), signal.name, signal.place)
    )
    return Table("Tal, der skiller sig ud", _COLUMNS, tuple(map(_row, ordered)), _source(release))


def every_signal(release: Release, found: Sequence[Signal]) -> Table:
    """Return every number that was gone through, by category and municipality."""
    return Table("Alle tal, der er gennemgået", _COLUMNS, tuple(map(_row, found)), _source(release))


def _row(signal: Signal) -> tuple[Cell, ...]:
    expected = signal.expected
    return (
        signal.name,
        signal.place,
        _colour(signal),
        signal.observed,
        signal.reports,
        expected.mean if expected else None,
        interval(expected.low, expected.high) if expected else None,
        expected.q if expected else None,
        _would_be(signal),
        signal.reason or _complexes(signal),
    )


def _colour(signal: Signal) -> str:
    if signal.colour is Colour.NONE:
        return "●" if signal.expected else "○"
    return f"{'▲' if signal.is_rise else '▼'} {signal.colour}"


def _would_be(signal: Signal) -> str | None:
    """Return which counts would have been a signal: `37 eller flere, 8 eller færre`."""
    if signal.up_at is None:
        return None
    limits = [f"{number(signal.up_at)} eller flere"]
    if signal.down_at is not None:
        limits.append(f"{number(signal.down_at)} eller færre")
    return ", ".join(limits)


def _complexes(signal: Signal) -> str:
    """Return that the reports are far more than the cases: one case of many reports is one event."""
    if signal.reports is None or signal.observed is None or signal.reports < 2 * max(signal.observed, 1):
        return ""
    return "Få sager med mange anmeldelser"


def _p(signal: Signal) -> float:
    return min(signal.expected.p_up, signal.expected.p_down) if signal.expected else 1.0


def _signals(count: int, one: str, many: str) -> str:
    return f"{number(count)} {one if count == 1 else many} {'signal' if count == 1 else 'signaler'}"


def _source(release: Release) -> str:
    return f"Politiets udtræk, interne månedstal, udgave #{release.id}"
