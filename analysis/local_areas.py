"""What the lokalråd have chosen beside the plan's areas: per municipality, and for the whole district what any has."""

from functools import lru_cache

from analysis.danish import enumeration
from analysis.tables import Column, Table
from data.catalogue import AREAS, Area
from data.local_areas import LOCAL_AREA
from data.municipalities import DISTRICT, area_name, municipality_codes
from data.release import Release

TITLE = "Hvad lokalrådene har valgt"
SOURCE = "Lokalrådenes valg (local_areas.toml)"
_RELEASES_KEPT = 8


def chosen_areas(release: Release, municipality: str) -> tuple[Area, ...]:
    """Return the areas that a municipality's lokalråd has chosen, in its order; the district's: what any has."""
    choices = _choices(release)
    if municipality != DISTRICT:
        return choices.get(municipality, ())
    anywhere = {area.code for areas in choices.values() for area in areas}
    return tuple(area for area in AREAS.values() if area.code in anywhere)


def shown_areas(release: Release, municipality: str) -> tuple[Area, ...]:
    """Return the plan's areas and the ones that are the municipality's own."""
    return (*(area for area in AREAS.values() if area.plan), *chosen_areas(release, municipality))


def choosers(release: Release, area: Area) -> tuple[str, ...]:
    """Return the names of the municipalities whose lokalråd has chosen the area, in Danish order."""
    choices = _choices(release)
    return tuple(area_name(code) for code in municipality_codes() if area in choices.get(code, ()))


def choice_note(release: Release, area: Area, municipality: str) -> str:
    """Return whether the lokalråd has chosen the area, or for the district who has; empty for the plan's areas."""
    if area.plan:
        return ""
    if municipality != DISTRICT:
        has = "har" if area in chosen_areas(release, municipality) else "har ikke"
        return f"Lokalrådet i {area_name(municipality)} {has} valgt området."
    names = choosers(release, area)
    return f"Valgt i {enumeration(names)}." if names else "Intet lokalråd har valgt området."


def own_areas_sentence(release: Release, municipality: str) -> str:
    """Return which areas the lokalråd has chosen, and that the others stand under it where it has chosen none."""
    spoken = enumeration([area.name.lower() for area in chosen_areas(release, municipality)])
    where = "Lokalrådene" if municipality == DISTRICT else f"Lokalrådet i {area_name(municipality)}"
    return f"{where} har valgt {spoken}." if spoken else f"{where} har ikke valgt områder ud over planens tre."


def local_area_table(release: Release) -> Table:
    """Return who has chosen what: a row for each municipality, a column for each area that may be chosen."""
    areas = [area for area in AREAS.values() if not area.plan]
    rows = tuple(
        (area_name(code), *("valgt" if area in chosen_areas(release, code) else "" for area in areas))
        for code in municipality_codes()
    )
    return Table(TITLE, (Column("Kommune"), *(Column(area.menu) for area in areas)), rows, SOURCE)


@lru_cache(maxsize=_RELEASES_KEPT)
def _choices(release: Release) -> dict[str, tuple[Area, ...]]:
    """Return municipality -> areas; empty for a release that an earlier version made."""
    if not release.has(LOCAL_AREA):
        return {}
    found: dict[str, tuple[Area, ...]] = {}
    for municipality, code in release.rows("local_area"):
        # An area that has left the catalogue since is no longer shown.
        if code in AREAS:
            found[municipality] = (*found.get(municipality, ()), AREAS[code])
    return found
