"""What is typed becomes an initiative, or is refused with every reason at once: personal data first of all."""

from collections.abc import Mapping

from data.catalogue import AREAS
from data.home import today
from data.register.fields import FIELDS
from data.register.form import read_fields, refuse
from data.register.initiative import Initiative
from data.register.themes import THEMES

# With one municipality alone its own bad luck would be taken for the effect.
LEAST_COMPARISON = 2


def checked_initiative(texts: Mapping[str, str]) -> Initiative:
    """Return the initiative that the texts (column -> text) describe. Raises FieldsRefusedError with every fault."""
    initiative = Initiative(**read_fields(FIELDS, texts))
    refuse(FIELDS, _contradictions(initiative))
    return initiative


def _contradictions(asked: Initiative) -> tuple[tuple[str, bool, str], ...]:
    return (
        ("sted", THEMES[asked.theme].district_only and not asked.is_district_wide, "registreres kun for hele kredsen."),
        ("til", _ends_before_it_starts(asked), "ligger før »Fra«."),
        ("indikator", not _indicator_belongs(asked), "hører ikke til indsatsområdet."),
        ("sammenligning", _compares_wrongly(asked), _COMPARE_WITH),
        ("naboer", asked.place in asked.neighbours, "kommunen er ikke sin egen nabo."),
        ("naboer", bool(set(asked.neighbours) & set(asked.comparison)), _NOT_BOTH),
        ("valgt_den", bool(asked.comparison) and asked.chosen_on is None, _WHEN_CHOSEN),
        ("valgt_den", asked.chosen_on is not None and asked.chosen_on > today(), "ligger i fremtiden."),
    )


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
