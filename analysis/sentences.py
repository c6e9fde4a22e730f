"""What an answer says, in Danish, for a reader in the council: chosen by rule, from the answer alone.

Counts first, then the absolute difference, then a ratio with its interval, and only where it is established. The
range is itself the smallest difference that a judged quarter can show; a whole year, which has no range, is told its
smallest.
"""

from analysis import reasons
from analysis.answers import Expected, Situation
from analysis.danish import interval
from analysis.danish import sentence as written
from analysis.last_year import NOTHING_MORE, Background, change_since, count_before
from analysis.phrases import (
    FEWER,
    MARKED,
    MORE,
    OUTSIDE,
    alone,
    asked_about,
    capital,
    happened,
    joined,
    what,
    when,
    where,
    year_before,
)
from analysis.signal import Verdict
from analysis.verdict_texts import VERDICT_TEXTS
from analysis.year_total import year_total
from data.catalogue import Polarity
from data.municipalities import municipality_codes
from data.periods import Year

LOWEST_IS_ZERO = "Det ventede begynder ved 0, så færre end ventet kan ikke forekomme."


def sentence(situation: Situation, district: Situation | None = None, background: Background = NOTHING_MORE) -> str:
    """Return the full statement; a district outside its range opens every municipality's.

    `district`: the district's answer to the same question. Nothing is left out because it is awkward: what is not
    known is said with its reason.
    """
    return joined(district_opening(situation, district), _statement(situation, background))


def district_opening(situation: Situation, district: Situation | None) -> str:
    """Return `I hele kredsen var der flere indbrud end ventet.`: a common shock belongs to no municipality."""
    if district is None or district.verdict not in OUTSIDE:
        return ""
    if situation.question.municipality not in municipality_codes():
        return ""
    more_or_fewer = "flere" if district.verdict in MORE else "færre"
    return f"{capital(where(district))} var der {more_or_fewer} {asked_about(district).noun.plural} end ventet."


def verdict_said(situation: Situation, subject: str = "Det er") -> str:
    """Return `Det er markant flere end ventet.`; how many were tested where the control for that leaves chance open."""
    verdict = Verdict(situation.verdict) if situation.verdict else None
    if verdict in (Verdict.MORE, Verdict.FEWER) and situation.expected:
        return (
            f"{subject} {_lowered(verdict)}; blandt {situation.expected.family} tal, der er gennemgået, "
            "kan ét falde udenfor ved en tilfældighed."
        )
    return f"{subject} {_lowered(verdict)}." if verdict in (*OUTSIDE, Verdict.EXPECTED) else ""


def provisional_said(situation: Situation) -> str:
    """Return that an open period is not compared."""
    period = "Året" if isinstance(situation.question.period, Year) else "Kvartalet"
    return f"{period} var ikke slut, da udtrækket blev lavet, så tallet sammenlignes ikke."


def without_number(situation: Situation) -> str:
    """Return what was asked about, and why there is no number."""
    reason = situation.reason or f"Der er ikke tal {where(situation)} {when(situation)}."
    return f"{asked_about(situation).name}: {reason}"


def _statement(situation: Situation, background: Background) -> str:
    count = situation.observed
    if count is None:
        return without_number(situation)
    if situation.provisional:
        return joined(f"Foreløbigt tal: {what(situation, count)}.", provisional_said(situation))
    if situation.expected is not None and situation.verdict is not None:
        return joined(_judged(situation, count, situation.expected, background), _welcome(situation))
    if situation.verdict == Verdict.TOO_FEW:
        return joined(_listed(situation, count), reasons.TOO_FEW)
    if situation.verdict is None and isinstance(situation.question.period, Year):
        return joined(year_total(situation, count, background), _welcome(situation))
    return joined(written(what(situation, count)), situation.reason or reasons.NOTHING_TO_COMPARE)


def _judged(situation: Situation, count: int, expected: Expected, background: Background) -> str:
    range_told = f"entet var {interval(expected.low, expected.high)}"
    if situation.verdict in MARKED:
        counted = f"{capital(when(situation))} {happened(situation, count)} {where(situation)}."
        return joined(counted, f"V{range_told}.", verdict_said(situation), change_since(situation, background))
    if situation.verdict in OUTSIDE:
        counted = written(f"{what(situation, count)}, v{range_told}")
        return joined(counted, verdict_said(situation), change_since(situation, background))
    counted = written(f"{what(situation, count)}, v{range_told}: {_lowered(Verdict.EXPECTED)}")
    # Said only where a reader could look for it: on the lower side.
    no_fewer = LOWEST_IS_ZERO if expected.low == 0 and count < expected.mean else ""
    return joined(counted, count_before(situation, background), no_fewer)


def _listed(situation: Situation, count: int) -> str:
    """Return the count and the one before, with no difference drawn between them."""
    before = situation.observed_last_year
    if before is None:
        return written(what(situation, count))
    if count == before == 0:
        return written(f"{what(situation, count)}, heller ikke {year_before(situation)}")
    return written(
        f"{what(situation, count)} mod {alone(before, asked_about(situation).noun)} {year_before(situation)}"
    )


def _welcome(situation: Situation) -> str:
    """Return what a rise may mean in an area where it can be a success; empty where it is not one."""
    area, before = asked_about(situation).area, situation.observed_last_year
    if area.polarity is not Polarity.NEUTRAL or situation.observed is None:
        return ""
    more = situation.verdict in MORE or (before is not None and situation.observed > before)
    return area.caveat if more and situation.verdict not in FEWER else ""


def _lowered(verdict: Verdict) -> str:
    return VERDICT_TEXTS[verdict].lower()
