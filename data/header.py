"""Which column of a file is which column of the contract: the white list."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from data.catalogue import NEVER_INCIDENTS
from data.contract import COLUMNS, REQUIRED_COLUMNS
from data.errors import UserError
from data.personal.labels import kinds_in_label
from data.profile import Profile, plain

# At the beginning of a word, so that "forbandelse" passes; Python and DuckDB read it alike.
NEVER = rf"(?:^|[^a-zæøå])(?:{'|'.join(NEVER_INCIDENTS)})"
_LONGEST_NAME = 40
_COLUMNS_TOLD = 10


@dataclass(frozen=True)
class Layout:
    """The columns of a file. `names`: as the header has them, in lower case. `places`: our column -> the positions of
    its texts; more than one when a profile joins them. A position that is not named is never read.
    """

    names: tuple[str, ...]
    places: Mapping[str, tuple[int, ...]]

    @property
    def width(self) -> int:
        """Return how many fields a row has."""
        return len(self.names)

    @cached_property
    def used(self) -> tuple[int, ...]:
        """Return the positions that are read."""
        return tuple(sorted({place for places in self.places.values() for place in places}))


def layout(names: Sequence[str], file_name: str, profile: Profile | None = None) -> Layout:
    """Return where the contract's columns are. Raises UserError for columns unknown, twice there or missing."""
    found = [plain(name) for name in names]
    known = profile.names if profile else frozenset(COLUMNS)
    unknown = [place for place, name in enumerate(found) if name not in known]
    _refuse_never(names, file_name)
    if len(unknown) == len(found):
        raise UserError(
            f"{file_name}: første linje er ikke en overskrift med kontraktens kolonner (haendelse_id, kategori, …). "
            "Har filen ingen overskrift, eller kommer den fra et andet system, så brug en profil (--profile)."
        )
    if unknown:
        raise UserError(
            f"{file_name} har kolonner, som kontrakten ikke kender: {_told(names, unknown)}. "
            "Fjern dem fra filen, eller brug en profil, der oversætter eller fravælger dem."
        )
    places = _places(found, profile, file_name)
    constants = profile.constants if profile else {}
    missing = [name for name in REQUIRED_COLUMNS if name not in places and name not in constants]
    if missing:
        raise UserError(f"{file_name} mangler kolonner, som skal være der: {', '.join(missing)}.")
    return Layout(tuple(found), places)


def _places(found: Sequence[str], profile: Profile | None, file_name: str) -> dict[str, tuple[int, ...]]:
    dropped = profile.drop if profile else frozenset()
    twice = [name for name, count in Counter(found).items() if count > 1 and name not in dropped]
    if twice:
        raise UserError(f"{file_name} har kolonner, der står to gange: {', '.join(twice)}.")
    if profile is None:
        return {name: (found.index(name),) for name in COLUMNS if name in found}
    sources = [(ours, (theirs,)) for theirs, ours in profile.columns.items()] + list(profile.joined.items())
    places: dict[str, tuple[int, ...]] = {}
    for ours, theirs in sources:
        if not all(name in found for name in theirs):
            continue
        if ours in places:
            raise UserError(f"{file_name}: profilen giver to kolonner til {ours}, og filen har dem begge.")
        places[ours] = tuple(found.index(name) for name in theirs)
    return places


def _refuse_never(names: Sequence[str], file_name: str) -> None:
    if any(re.search(NEVER, name.casefold()) for name in names):
        raise UserError(
            f"{file_name} har en kolonne om rocker- og bandeforhold eller PSP. De oplysninger må aldrig indlæses: "
            "fjern dem, før filen lægges her."
        )


def _told(names: Sequence[str], places: Sequence[int]) -> str:
    """Return the first of the columns, and how many more there are."""
    shown = ", ".join(_shown(names[place], place) for place in places[:_COLUMNS_TOLD])
    more = len(places) - _COLUMNS_TOLD
    return f"{shown} og {more} til" if more > 0 else shown


def _shown(name: str, position: int) -> str:
    """Return the name of an unknown column, or its number when the name may be a person's data."""
    text = name.strip()
    personal = len(text) > _LONGEST_NAME or kinds_in_label(text) or not text
    return f"nr. {position + 1}" if personal else f"»{text}«"
