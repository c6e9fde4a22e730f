"""The municipality beside the others: they are a band from the lowest rate to the highest, and not named."""

from dataclasses import dataclass

from analysis.answers import Situation
from analysis.choice import Choice
from analysis.danish import enumeration
from analysis.local_areas import shown_areas
from analysis.packs.content import Notes, Section, TableContent, Text
from analysis.packs.links import COMPARISON, link
from analysis.packs.overview_sections import NO_RANKING, sources_of
from analysis.phrases import capital
from analysis.public_period import public_choice
from analysis.situation import situations
from analysis.tables import Cell, Column, Table
from data.catalogue import AREAS, Area
from data.municipalities import DISTRICT, municipality_codes


@dataclass(frozen=True)
class Beside:
    """One area: the municipality's answer with its rate, the others' lowest and highest rate, and the district's."""

    area: Area
    own: Situation
    rate: float
    low: float
    high: float
    district: float | None

    @property
    def place(self) -> str:
        return "under" if self.rate < self.low else "over" if self.rate > self.high else "inden for"

    @property
    def row(self) -> tuple[Cell, ...]:
        unit = capital(self.own.rate.unit) if self.own.rate else None
        return (self.area.menu, unit, self.rate, self.low, self.high, self.district)


def others_section(choice: Choice) -> Section:
    """Return the municipality's rates beside the others' lowest and highest; the others are not named."""
    areas = shown_areas(choice.release, choice.municipality)
    found = [beside for area in areas if (beside := _beside(area, public_choice(area, choice))) is not None]
    answers = [each.own for each in found]
    others = (Column("De øvrige, fra", 2), Column("De øvrige, til", 2))
    columns = (Column("Indsatsområde"), Column("Opgjort"), Column(choice.place, 2), *others, Column("Hele kredsen", 2))
    title = f"Ved siden af de øvrige kommuner, {choice.place}, {choice.period.name}"
    table = Table(title, columns, tuple(each.row for each in found), sources_of(answers))
    return Section(
        key="oevrige",
        kicker=f"{choice.place} · Ved siden af de øvrige kommuner · {choice.period.name}",
        title=Text("oevrige.budskab", _message(found)),
        body=(Text("oevrige.tekst1", NO_RANKING),),
        content=TableContent(table) if found else None,
        notes=Notes(
            say=("De øvrige kommuner vises som et spænd uden navne.", NO_RANKING),
            caveats=tuple(AREAS[each.question.area].caveat for each in answers),
            source=table.source,
            link=link(COMPARISON, choice),
        ),
    )


def _beside(area: Area, choice: Choice) -> Beside | None:
    every = {each.question.municipality: each for each in situations(choice.release, area.code, choice.period)}
    own, whole = every[choice.municipality], every[DISTRICT]
    band = [
        each.rate.value
        for code, each in every.items()
        if each.rate and code in municipality_codes() and code != choice.municipality
    ]
    if own.rate is None or not band:
        return None
    return Beside(area, own, own.rate.value, min(band), max(band), whole.rate.value if whole.rate else None)


def _message(found: list[Beside]) -> str:
    if not found:
        return "Der er ingen tal at sætte ved siden af de øvrige kommuners."
    placed: dict[str, list[str]] = {}
    for each in found:
        placed.setdefault(each.place, []).append(each.area.spoken)
    (where, names), *rest = placed.items()
    told = [f"{enumeration(names)} ligger {where} de øvrige kommuners spænd"]
    told += [f"{enumeration(names)} {where} det" for where, names in rest]
    return f"{capital(', '.join(told))}."
