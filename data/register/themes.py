"""What an initiative may be about: every focus area, and the plan's themes that never have incidents."""

from dataclasses import dataclass

from data.catalogue import AREAS
from data.errors import UserError


@dataclass(frozen=True)
class Theme:
    """A theme; `district_only`: nothing about it is registered for a single municipality."""

    code: str
    name: str
    district_only: bool = False


# Incidents, persons and groups of the first two are never counted here: only what is done, for the whole district.
_WITHOUT_NUMBERS = (
    Theme("rocker_bande", "Rocker- og bandegrupperinger", district_only=True),
    Theme("psp", "Psykisk uligevægtige borgere (PSP)", district_only=True),
    Theme("tvaergaaende", "Tværgående"),
)

THEMES: dict[str, Theme] = {
    theme.code: theme for theme in (*(Theme(area.code, area.name) for area in AREAS.values()), *_WITHOUT_NUMBERS)
}


def theme_options() -> dict[str, str]:
    """Return code -> name of every theme."""
    return {code: found.name for code, found in THEMES.items()}


def theme(code: str) -> Theme:
    """Return the theme with this code. Raises UserError when there is none."""
    try:
        return THEMES[code]
    except KeyError:
        raise UserError(f"skriv et af indsatsområderne: {', '.join(THEMES)}.") from None
