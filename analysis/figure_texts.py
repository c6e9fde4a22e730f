"""What a figure shows, in words: the finding of a series and of the funnel."""

from collections.abc import Sequence

from scipy.stats import chi2

from analysis.answers import Point, Series, Situation
from analysis.danish import enumeration, interval, number
from analysis.phrases import joined
from analysis.signal import Verdict
from analysis.verdict_texts import VERDICT_TEXTS

# The funnel's sum of z^2 beyond this share of its distribution: the municipalities really differ.
REALLY_DIFFERENT = 0.99
ALPHABETICAL = "Kommunerne er vist i alfabetisk rækkefølge."


def alt_text(series: Series, situation: Situation) -> str:
    """Return what the line figure shows: its span, the answer's count and verdict, the highest and the lowest."""
    known = [point for point in series.points if point.count is not None]
    subject = f"{series.title}, {series.place}"
    if not known:
        return f"Linjefigur. {subject}: ingen tal."
    highest = max(known, key=lambda point: point.count or 0)
    lowest = min(known, key=lambda point: point.count or 0)
    ends = f"{known[0].period.short_name} til {known[-1].period.short_name}"
    extremes = f"Højest {_point(highest)}, lavest {_point(lowest)}." if highest.count != lowest.count else ""
    return joined(f"Linjefigur. {subject}, {ends}.", _finding(situation), extremes)


def funnel_sentence(above: Sequence[str], below: Sequence[str], total: int, dispersion: float = 1.0) -> str:
    """Return how many of the municipalities lie inside the funnel, and which do not.

    `dispersion`: funnel_dispersion, the mean of z^2. Where it is more than chance gives, the municipalities really
    differ, and nobody is pointed at: each is then seen against its own history.
    """
    if dispersion * total > chi2.ppf(REALLY_DIFFERENT, total):
        return (
            f"{ALPHABETICAL} Deres niveau er reelt forskelligt: forskellene er større, end tilfældige udsving kan "
            "forklare. Se derfor hver kommune mod dens egen historie."
        )
    inside = total - len(above) - len(below)
    if inside == total:
        return f"{ALPHABETICAL} Alle {total} ligger inden for det udsving, man skal forvente."
    sides = [_side(above, "over"), _side(below, "under")]
    return (
        f"{ALPHABETICAL} {inside} af {total} ligger inden for det udsving, man skal forvente; "
        f"{enumeration([side for side in sides if side])}."
    )


def _side(names: Sequence[str], side: str) -> str:
    if not names:
        return ""
    count = "én" if len(names) == 1 else str(len(names))
    return f"{count} ligger {side} ({enumeration(names)})"


def _finding(situation: Situation) -> str:
    if situation.observed is None:
        return situation.reason or ""
    count = f"{situation.span.replace('-', '–')}: {number(situation.observed)}"
    if situation.provisional:
        return f"{count} (foreløbigt)."
    if situation.expected is None or situation.verdict is None:
        return f"{count}."
    limits = interval(situation.expected.low, situation.expected.high)
    return f"{count}, {VERDICT_TEXTS[Verdict(situation.verdict)].lower()} ({limits})."


def _point(point: Point) -> str:
    return f"{number(point.count)} i {point.period.short_name}"
