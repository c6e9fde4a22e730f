"""What many entries have in common: a place and a theme, with their Danish names."""

from data.municipalities import area_name
from data.register.form import Field, place_options, read_place
from data.register.themes import THEMES, theme, theme_options


class Placed:
    """The names of an entry's place (a municipality's code or `kreds`) and theme."""

    place: str
    theme: str

    @property
    def place_name(self) -> str:
        return area_name(self.place)

    @property
    def theme_name(self) -> str:
        return THEMES[self.theme].name if self.theme in THEMES else self.theme


def read_theme(text: str) -> str:
    """Return the code of a theme. Raises UserError when there is none."""
    return theme(text).code


PLACE = Field("sted", "Sted", "place", read_place, str, required=True, options=place_options)
THEME = Field("omraade", "Indsatsområde", "theme", read_theme, str, required=True, options=theme_options)
