"""What is typed becomes an initiative, or is refused with every reason at once: personal data first of all."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from data.catalogue import AREAS
from data.errors import UserError
from data.home import today
from data.register.fields import FIELDS, Field, read_field, texts_of
from data.register.initiative import Initiative
from data.register.personal import personal_kinds
from data.register.themes import THEMES

# With one municipality alone its own bad luck would be taken for the effect.
LEAST_COMPARISON = 2


@dataclass(frozen=True)
class Fault:
    """What is wrong with one field: its column, its Danish name, and what to do. Never what was typed."""

    column: str
    field: str
    text: str

    def __str__(self) -> str:
        return f"{self.field}: {self.text}"


class FieldsRefusedError(UserError):
    """What was typed cannot be saved; `faults` holds a reason for each field."""

    def __init__(self, faults: tuple[Fault, ...]) -> None:
        super().__init__("Ikke gemt. " + " ".join(map(str, faults)))
        self.faults = faults


def checked_initiative(texts: Mapping[str, str]) -> Initiative:
    """Return the initiative that the texts (column -> text) describe. Raises FieldsRefusedError with every fault."""
    personal = tuple(fault for field in FIELDS if (fault := _personal(field, texts.get(field.column, ""))))
    if personal:
        raise FieldsRefusedError(personal)
    values: dict[str, Any] = {}
    faults: list[Fault] = []
    for field in FIELDS:
        try:
            value = read_field(field, texts)
        except UserError as error:
            faults.append(Fault(field.column, field.name, str(error)))
        else:
            values |= {} if value is None else {field.attribute: value}
    if faults:
        raise FieldsRefusedError(tuple(faults))
    initiative = Initiative(**values)
    if contradictions := _contradictions(initiative):
        raise FieldsRefusedError(contradictions)
    return initiative


def rechecked(initiative: Initiative) -> Initiative:
    """Return an initiative that was not made from texts, checked by the same rules."""
    return checked_initiative(texts_of(initiative))


def _personal(field: Field, text: str) -> Fault | None:
    kinds = personal_kinds(text)
    if not kinds:
        return None
    return Fault(field.column, field.name, f"teksten ser ud til at indeholde {' og '.join(kinds)}. Skriv den uden.")


def _contradictions(asked: Initiative) -> tuple[Fault, ...]:
    by_column = {field.column: field for field in FIELDS}
    found = (
        ("sted", THEMES[asked.theme].district_only and not asked.is_district_wide, "registreres kun for hele kredsen."),
        ("til", _ends_before_it_starts(asked), "ligger før »Fra«."),
        ("indikator", not _indicator_belongs(asked), "hører ikke til indsatsområdet."),
        ("sammenligning", _compares_wrongly(asked), _COMPARE_WITH),
        ("naboer", asked.place in asked.neighbours, "kommunen er ikke sin egen nabo."),
        ("naboer", bool(set(asked.neighbours) & set(asked.comparison)), _NOT_BOTH),
        ("valgt_den", bool(asked.comparison) and asked.chosen_on is None, _WHEN_CHOSEN),
        ("valgt_den", asked.chosen_on is not None and asked.chosen_on > today(), "ligger i fremtiden."),
    )
    return tuple(Fault(column, by_column[column].name, text) for column, is_wrong, text in found if is_wrong)


_COMPARE_WITH = (
    f"vælg mindst {LEAST_COMPARISON} andre kommuner; en indsats i hele kredsen har ingen at sammenligne med."
)
_NOT_BOTH = "en kommune kan ikke både være nabo og sammenligning: så måler den sin egen forskydning."
_WHEN_CHOSEN = "skriv, hvornår sammenligningskommunerne blev valgt. De skal vælges, før nogen har set på tallene."


def _ends_before_it_starts(asked: Initiative) -> bool:
    return asked.start is not None and asked.end is not None and asked.end.last_day < asked.start.first_day


def _indicator_belongs(asked: Initiative) -> bool:
    """Return whether the indicator is the theme's area or one of its categories; a theme without numbers has any."""
    area = AREAS.get(asked.theme)
    if asked.indicator is None or area is None:
        return True
    return asked.indicator in (area.code, *area.headline, *area.beside, *area.activity)


def _compares_wrongly(asked: Initiative) -> bool:
    if not asked.comparison:
        return False
    others = set(asked.comparison) - {asked.place}
    return asked.is_district_wide or len(others) < max(LEAST_COMPARISON, len(asked.comparison))
