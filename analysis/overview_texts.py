"""The overview's answer in one line, what stands under it, and what the small map shows."""

from collections.abc import Sequence

from analysis.answers import Situation
from analysis.danish import enumeration
from analysis.danish import sentence as written
from analysis.phrases import FEWER, MORE, OUTSIDE, asked_about, joined, quantity, where
from analysis.short_texts import family_sentence
from analysis.signal import Verdict
from analysis.verdict_texts import VERDICT_TEXTS
from data.municipalities import municipality_codes

# As the map draws them, in the order of its legend.
COLOUR_NAMES = {
    Verdict.MARKEDLY_MORE: "Orange",
    Verdict.MORE: "Lys orange",
    Verdict.FEWER: "Lyseblå",
    Verdict.MARKEDLY_FEWER: "Blå",
    Verdict.TOO_FEW: "Lys sandfarve",
    Verdict.NOT_COMPARABLE: "Sandfarve",
}


def overview_headline(situations: Sequence[Situation]) -> str:
    """Return `Helsingør, 4. kvartal 2025: markant flere indbrud end ventet`, from the focus areas of one place.

    `alt` is inside only where every area is judged; else those that are inside are named. Without a single verdict
    the counts stand alone.
    """
    first = situations[0]
    subject = f"{first.name}, {first.question.period.name}"
    outside = [_more_or_fewer(each) for each in situations if each.verdict in OUTSIDE]
    inside = [each for each in situations if each.verdict == Verdict.EXPECTED]
    if outside:
        return f"{subject}: {enumeration(outside)}"
    if len(inside) == len(situations):
        return f"{subject}: alt inden for det forventede"
    if inside:
        return f"{subject}: {_inside(inside)}"
    counts = [quantity(each.observed, asked_about(each).noun) for each in situations if each.observed is not None]
    provisional = "foreløbigt " if any(each.provisional for each in situations) else ""
    return f"{subject}: {provisional}{enumeration(counts)}" if counts else f"{subject}: ingen tal"


def overview_subline(situations: Sequence[Situation], districts: Sequence[Situation] = ()) -> str:
    """Return the district's part, the areas inside where the headline names one outside, and what is not judged.

    `districts`: the district's answers for the same areas.
    """
    municipal = situations[0].question.municipality in municipality_codes()
    common = [_in_district(each, situations) for each in districts if municipal and each.verdict in OUTSIDE]
    inside = [each for each in situations if each.verdict == Verdict.EXPECTED]
    named = inside and any(each.verdict in OUTSIDE for each in situations)
    unjudged = [each for each in situations if each.verdict not in (*OUTSIDE, Verdict.EXPECTED)]
    reasons = _reasons(unjudged) if len(unjudged) == len(situations) else []  # else each stands on its area's tile
    return joined(*common, written(_inside(inside)) if named else "", _unjudged(unjudged), *reasons)


def numbers_gone_through(situations: Sequence[Situation]) -> dict[str, str]:
    """Return how many numbers the verdicts were chosen among, so that chance can be weighed; empty without verdicts."""
    families = sum(each.expected.family for each in situations if each.expected)
    if not families:
        return {}
    return {"Gennemgået": f"{family_sentence(families)} Et enkelt kan falde udenfor ved en tilfældighed."}


def map_sentence(situations: Sequence[Situation]) -> str:
    """Return what the colours of the map mean and who has them; a place that is not a municipality is left out."""
    inside = [each for each in situations if each.question.municipality in municipality_codes()]
    if all(each.verdict is None for each in inside):
        unit = next((each.rate.unit for each in inside if each.rate), None)
        return f"Farven viser antal {unit}, ikke en vurdering." if unit else "Der er ingen tal at vise på kortet."
    coloured = [(verdict, [each for each in inside if each.verdict == verdict]) for verdict in COLOUR_NAMES]
    told = [_coloured(verdict, found, len(inside)) for verdict, found in coloured if found]
    missing = [each for each in inside if each.verdict is None]
    told += [f"Grå: ingen tal ({_names(missing)})."] if missing else []
    expected = [each for each in inside if each.verdict == Verdict.EXPECTED]
    return joined(*told, _expected_places(expected, len(inside)))


def _coloured(verdict: Verdict, found: Sequence[Situation], total: int) -> str:
    provisional = all(each.provisional for each in found)
    words = "foreløbige tal" if provisional else VERDICT_TEXTS[verdict].lower()
    return f"Alle kommuner: {words}." if len(found) == total else f"{COLOUR_NAMES[verdict]}: {words} ({_names(found)})."


def _expected_places(expected: Sequence[Situation], total: int) -> str:
    words = f"er {VERDICT_TEXTS[Verdict.EXPECTED].lower()}."
    if len(expected) > 1:
        return f"{'Alle kommuner' if len(expected) == total else 'De øvrige'} {words}"
    return f"{expected[0].name} {words}" if expected else ""


def _names(situations: Sequence[Situation]) -> str:
    return enumeration([each.name for each in situations])


def _more_or_fewer(situation: Situation) -> str:
    """Return `markant flere indbrud end ventet`; a span that is not the overview's own stands behind it."""
    verdict = VERDICT_TEXTS[Verdict(situation.verdict or "")].lower()
    noun = asked_about(situation).noun.plural
    return verdict.replace(" end ", f" {noun} end ") + _other_span(situation)


def _inside(situations: Sequence[Situation]) -> str:
    spoken = enumeration([asked_about(each).area.spoken + _other_span(each) for each in situations])
    return f"{spoken} ligger inden for det forventede"


def _other_span(situation: Situation) -> str:
    return "" if situation.span == situation.question.period.name else f" ({situation.span.replace('-', '–')})"


def _in_district(district: Situation, situations: Sequence[Situation]) -> str:
    side = MORE if district.verdict in MORE else FEWER
    same = any(each.question.area == district.question.area and each.verdict in side for each in situations)
    words = "flere" if side is MORE else "færre"
    opening = f"også {where(district)}" if same else where(district)
    return written(f"{opening} var der {words} {asked_about(district).noun.plural} end ventet")


def _unjudged(situations: Sequence[Situation]) -> str:
    if not situations:
        return ""
    spoken = enumeration([asked_about(each).area.spoken for each in situations])
    return written(f"{spoken} er ikke vurderet")


def _reasons(situations: Sequence[Situation]) -> list[str]:
    return list(dict.fromkeys(each.reason for each in situations if each.reason))
