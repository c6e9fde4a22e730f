"""An initiative's effect in Danish: counts first, then the difference, then the ratio, and what cannot be said."""

from analysis.danish import enumeration, interval, number
from analysis.effect_answer import Effect, Finding, Group
from analysis.effect_windows import Windows
from analysis.effect_words import UNCHANGED, findable, length, signed, spans
from analysis.effects import LEAST_TREATED_BEFORE, Difference, EffectRatio
from analysis.phrases import alone, capital, quantity
from data.catalogue import Noun
from data.periods import danish_long_date

FINDING_TEXTS = {
    Finding.FEWER: "Færre end i sammenligningskommunerne",
    Finding.MORE: "Flere end i sammenligningskommunerne",
    Finding.NOT_SHOWN: "Ingen sikker forskel",
    Finding.UNSETTLED: "Uafklaret",
    Finding.DESCRIBED: "Kun en beskrivelse: sammenligningen blev valgt bagefter",
    Finding.NOT_PARALLEL: "Kan ikke sammenlignes: de udviklede sig forskelligt før",
    Finding.TOO_FEW: "For få sager til at kunne vise en effekt",
    Finding.NOT_YET: "Kan endnu ikke vurderes",
    Finding.NOT_POSSIBLE: "Kan ikke opgøres",
}
# Municipalities that choose an initiative may differ from those that do not; no method on these counts mends that.
SELF_SELECTED = "Kommunen har selv valgt indsatsen, og kommuner, der gør det, kan afvige fra andre."
TOO_FEW_BEFORE = f"Færre end {LEAST_TREATED_BEFORE} sager før er for få til at kunne vise en effekt."
MOVED = "Noget kan altså være flyttet dertil."
NOT_MOVED = "Det er ikke påvist, at noget er flyttet dertil."
NO_NEIGHBOURS = "Om noget er flyttet til nabokommuner, er ikke undersøgt: der er ikke valgt nogen."


def effect_sentences(found: Effect) -> tuple[str, ...]:
    """Return what is known and what is not, in the order it should be read; the finding first."""
    head = f"{FINDING_TEXTS[found.finding]}."
    if found.finding is Finding.NOT_POSSIBLE:
        return (head, found.reason or "")
    if found.finding is Finding.NOT_YET:
        return _not_yet(found)
    smallest = _smallest(found, found.windows)
    if found.finding is Finding.TOO_FEW:
        return (head, *_counts(found), smallest)
    if found.finding is Finding.NOT_PARALLEL:
        return (head, found.reason or "", *_counts(found), smallest)
    return (head, *_counts(found), *_result(found), *_displacement(found), smallest, SELF_SELECTED)


def _not_yet(found: Effect) -> tuple[str, ...]:
    day = found.assessable_from
    head = f"Kan endnu ikke vurderes før {danish_long_date(day)}." if day else f"{FINDING_TEXTS[found.finding]}."
    why = found.reason or "Der skal være tal for mindst to hele kvartaler efter starten, som også findes før."
    scarce = found.smallest is not None and found.smallest.before < LEAST_TREATED_BEFORE
    return (head, why, _smallest(found, None), *((TOO_FEW_BEFORE,) if scarce else ()))


def _counts(found: Effect) -> tuple[str, ...]:
    """Return the cases of the municipality, the comparison and the district."""
    windows, treated, comparison = found.windows, found.treated, found.comparison
    if windows is None or treated is None or comparison is None or found.indicator is None:
        return ()
    noun, name = found.indicator.noun, found.initiative.content.place_name
    sentences = [
        f"I {length(windows.after)} efter starten ({spans(windows.after)}) var der {quantity(treated.after, noun)} i "
        f"{name} mod {alone(treated.before, noun)} i {length(windows.before)} før ({spans(windows.before)}): "
        f"{signed(treated.change, noun)}.",
        f"I {enumeration(comparison.names)} tilsammen var der {_against(comparison, noun)}, og omregnet til {name} "
        f"{signed(comparison.scaled_change, noun)}.",
    ]
    if found.district is not None:
        sentences.append(f"I hele kredsen var der {_against(found.district, noun)}.")
    return tuple(sentences)


def _against(group: Group, noun: Noun) -> str:
    """Return `97 mod 148: 51 færre`."""
    return f"{alone(group.after, noun)} mod {alone(group.before, noun)}: {signed(group.change, noun)}"


def _result(found: Effect) -> tuple[str, ...]:
    """Return the difference and the ratio, as strongly as the finding allows."""
    if found.difference is None or found.treated is None or found.comparison is None or found.indicator is None:
        return ()
    noun, ratio = found.indicator.noun, _ratio(found.ratio)
    if found.finding in (Finding.FEWER, Finding.MORE):
        name = found.initiative.content.place_name
        return (_established(name, found.difference, found.treated, found.comparison), ratio)
    plain = _unestablished(found.difference, noun)
    if found.finding is Finding.UNSETTLED:
        return ("Antal og forhold peger ikke sikkert samme vej.", plain, ratio)
    if found.finding is Finding.DESCRIBED:
        chosen = found.initiative.content.chosen_on
        when = f" den {danish_long_date(chosen)}" if chosen else ""
        return (f"Sammenligningskommunerne blev valgt{when}, da der allerede var tal at se på.", plain, ratio)
    return (plain, ratio)


def _established(name: str, difference: Difference, treated: Group, comparison: Group) -> str:
    """Return the sentence of METHODS §6; "faldt mere" only where both fell, "steg mere" only where both rose."""
    low, high = sorted((abs(difference.low), abs(difference.high)))
    size, uncertainty = number(round(abs(difference.estimate))), f"(usikkerhed {interval(round(low), round(high))})"
    if difference.estimate < 0 and treated.change < 0 and comparison.change < 0:
        return f"{name} faldt altså {size} mere {uncertainty}."
    if difference.estimate > 0 and treated.change > 0 and comparison.change > 0:
        return f"{name} steg altså {size} mere {uncertainty}."
    side = "færre" if difference.estimate < 0 else "flere"
    return f"Det er {size} {side}, end sammenligningskommunernes udvikling svarer til {uncertainty}."


def _unestablished(difference: Difference, noun: Noun) -> str:
    """Return the difference without a claim: that its uncertainty is larger, where it is."""
    change = signed(difference.estimate, noun)
    same = "Samme ændring som i sammenligningskommunerne"
    said = same if change == UNCHANGED else f"{capital(change)} end i sammenligningskommunerne"
    limits = f"({_limits(difference, noun)})"
    if difference.low > 0 or difference.high < 0:
        return f"{said}, usikkerhed {limits}."
    return f"{said}, men usikkerheden {limits} er større end forskellen."


def _limits(difference: Difference, noun: Noun) -> str:
    return f"{signed(difference.low, noun)} til {signed(difference.high, noun)}"


def _ratio(ratio: EffectRatio | None) -> str:
    if ratio is None:
        return "Forholdet kan ikke beregnes, fordi et af tallene er 0."
    return f"Det er {number(ratio.ratio, 2)} gange det ventede (usikkerhed {interval(ratio.low, ratio.high, 2)})."


def _displacement(found: Effect) -> tuple[str, ...]:
    """Return what happened in the neighbours, beside what the comparison would have them do."""
    if found.neighbours is None or found.displacement is None or found.indicator is None:
        return (NO_NEIGHBOURS,)
    noun, moved = found.indicator.noun, found.displacement
    return (
        f"I {enumeration(found.neighbours.names)} var der {_against(found.neighbours, noun)}. Set i forhold til "
        f"sammenligningskommunerne er det {signed(moved.estimate, noun)} (usikkerhed {_limits(moved, noun)}).",
        MOVED if moved.low > 0 else NOT_MOVED,
    )


def _smallest(found: Effect, windows: Windows | None) -> str:
    if found.smallest is None or found.indicator is None:
        return ""
    where = f"{length(windows.before)} før" if windows else "de seneste fire kvartaler før"
    return findable(found.smallest, found.indicator.noun, where)
