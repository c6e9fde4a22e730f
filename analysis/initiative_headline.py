"""The initiatives of a place in one sentence: how many there are, how many are compared, and what came of those."""

from collections import Counter
from collections.abc import Sequence

from analysis.danish import enumeration
from analysis.effect_answer import Finding
from analysis.effect_sentences import FINDING_TEXTS
from analysis.phrases import alone, capital, quantity
from data.catalogue import Noun
from data.municipalities import DISTRICT, area_name

INITIATIVE = Noun("en", "indsats", "indsatser", "indsatserne")


def initiatives_headline(place: str, count: int, findings: Sequence[Finding]) -> str:
    """Return `13 indsatser i Helsingør. Én er sammenlignet med andre kommuner: ingen sikker forskel.`

    `place`: a municipality or the district (code); `findings`: of the initiatives that are set against municipalities.
    """
    where = "hele kredsen" if place == DISTRICT else area_name(place)
    head = f"{capital(quantity(count, INITIATIVE))} i {where}."
    if count == 0:
        return head
    times = Counter(FINDING_TEXTS[finding].split(":")[0].lower() for finding in findings)
    told = enumeration(list(times) if len(times) == 1 else [f"{often} {text}" for text, often in times.items()])
    compared = f"{capital(alone(len(findings), INITIATIVE))} er sammenlignet med andre kommuner"
    return f"{head} {compared}: {told}." if findings else f"{head} {compared}."
