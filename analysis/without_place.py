"""How much of an area's number has no municipality: said where it is so much that a municipality's is too low."""

from analysis.choice import Choice
from analysis.danish import number, percent
from analysis.phrases import when
from analysis.situation import situation
from data.catalogue import Area
from data.municipalities import DISTRICT, UNKNOWN

WORTH_SAYING = 0.05  # of the district's number; below it a municipality's rank or level would not move


def without_place(area: Area, choice: Choice) -> str:
    """Return the sentence on what is not counted in any municipality; empty where that is little or not known."""
    whole, nowhere = (
        situation(choice.release, choice.question(area.code, municipality=place)) for place in (DISTRICT, UNKNOWN)
    )
    if not whole.observed or nowhere.observed is None or nowhere.observed < WORTH_SAYING * whole.observed:
        return ""
    share = percent(nowhere.observed / whole.observed)
    return (
        f"{number(nowhere.observed)} af kredsens {number(whole.observed)} {area.noun.plural} ({share}) {when(whole)} "
        "har ingen kommune og tæller kun med i hele kredsen."
    )


def cannot_say_of(area: Area, choice: Choice) -> str:
    """Return all that an area's number does not say, here and now."""
    return " ".join(filter(None, [area.caveat, area.unreported, without_place(area, choice)]))
