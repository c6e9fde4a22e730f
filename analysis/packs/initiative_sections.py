"""What has been done: the initiatives of a place or theme, and what the numbers say of each."""

from analysis.choice import Choice
from analysis.effect import effect
from analysis.effect_sentences import FINDING_TEXTS
from analysis.initiatives import NOT_KNOWN, SOURCE, initiatives_of
from analysis.packs.content import Notes, Section, TableContent, Text
from analysis.packs.links import INITIATIVES, link
from analysis.phrases import alone, capital, joined, quantity
from analysis.tables import Column, Table
from data.catalogue import Noun
from data.municipalities import DISTRICT
from data.register.initiative import Visibility
from data.register.initiative_rows import InitiativeEntry

NOT_AN_EFFECT = "En ændring efter en indsats er ikke i sig selv en virkning."
NOT_COMPARED = "Ikke målt"
WHY_NOT = "Ikke målt: der er ikke valgt kommuner at sammenligne med."
_INITIATIVE = Noun("en", "indsats", "indsatser", "indsatserne")
COLUMNS = (Column("Indsats"), Column("Sted"), Column("Fra"), Column("Status"), Column("Hvad tallene siger"))


def initiatives_section(choice: Choice, theme: str | None = None) -> Section | None:
    """Return the initiatives of the place and theme; none that only the police may see. None where there is none."""
    place = None if choice.municipality == DISTRICT else choice.municipality
    shared = [entry for entry in initiatives_of(place, theme) if _may_be_shared(entry, place)]
    # A municipality's own come first: they are what its meeting is about.
    entries = sorted(shared, key=lambda entry: entry.content.place != place)
    if not entries:
        return None
    rows = tuple(_row(choice, entry) for entry in entries)
    table = Table(f"Indsatser, {choice.place}", COLUMNS, rows, SOURCE)
    measured = sum(entry.content.comparison != () for entry in entries)
    message = _message(len(entries), measured)
    return Section(
        key="indsatser",
        kicker=f"{choice.place} · Indsatser · {choice.period.name}",
        title=Text("indsatser.budskab", message),
        body=(Text("indsatser.tekst1", joined(NOT_AN_EFFECT, WHY_NOT if measured < len(entries) else "")),),
        content=TableContent(table),
        notes=Notes((message,), (NOT_AN_EFFECT,), SOURCE, link(INITIATIVES, choice)),
    )


def _message(count: int, measured: int) -> str:
    told = quantity(count, _INITIATIVE)
    return f"{told}. {capital(alone(measured, _INITIATIVE))} måles mod andre kommuner."


def _may_be_shared(entry: InitiativeEntry, place: str | None) -> bool:
    """Return whether the readers of the pack may see it; a municipality's own belong to its bilateral meeting alone."""
    if entry.content.visibility is Visibility.MUNICIPALITY:
        return place is not None and entry.content.place == place
    return entry.content.visibility is Visibility.COUNCIL


def _row(choice: Choice, entry: InitiativeEntry) -> tuple[str, ...]:
    asked = entry.content
    says = FINDING_TEXTS[effect(choice.release, entry).finding] if asked.comparison else NOT_COMPARED
    return (asked.what, asked.place_name, asked.start.name if asked.start else NOT_KNOWN, str(asked.status), says)
