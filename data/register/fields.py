"""The fields of an initiative as people type them and as they stand in a CSV file, and what may be written in each."""

from data.catalogue import AREAS, CATEGORIES
from data.errors import UserError
from data.municipalities import DISTRICT, municipalities
from data.register.form import (
    Field,
    long_text,
    one_of,
    options_of,
    read_place,
    short_text,
)
from data.register.initiative import Status, Visibility
from data.register.placed import PLACE, THEME
from data.register.when import When, parse_day, parse_when


def _read_places(text: str) -> tuple[str, ...]:
    """Return the codes of municipalities that are written with spaces (codes) or commas (codes or names) between."""
    parts = text.split(",") if "," in text else text.split()
    names = {member.name.casefold() for member in municipalities()}
    found = [read_place(part.strip()) for part in ([text] if text.casefold() in names else parts)]
    if DISTRICT in found:
        raise UserError("skriv kommuner, ikke hele kredsen.")
    return tuple(dict.fromkeys(found))


def _read_indicator(text: str) -> str:
    if text not in AREAS and text not in CATEGORIES:
        raise UserError(f"skriv et indsatsområde eller en kategori: {', '.join((*AREAS, *CATEGORIES))}.")
    return text


def _municipalities() -> dict[str, str]:
    return {member.code: member.name for member in municipalities()}


def _indicators() -> dict[str, str]:
    names = {code: f"{area.menu}: områdets tal" for code, area in AREAS.items()}
    return names | {code: category.name for code, category in CATEGORIES.items()}


def _seen_by() -> dict[str, str]:
    return {
        Visibility.COUNCIL.value: "Hele kredsrådet",
        Visibility.MUNICIPALITY.value: "Kommunen og politiet",
        Visibility.POLICE.value: "Kun politiet",
    }


def _when(value: When) -> str:
    return value.code


FIELDS: tuple[Field, ...] = (
    PLACE,
    THEME,
    Field("indsats", "Indsats", "what", short_text, str, required=True),
    Field("ejer", "Ejer", "owner", short_text, str),
    Field("fra", "Fra", "start", parse_when, _when),
    Field("til", "Til", "end", parse_when, _when),
    Field("status", "Status", "status", one_of(Status), str, required=True, options=options_of(Status)),
    Field("indikator", "Indikator", "indicator", _read_indicator, str, options=_indicators),
    Field("forventet_effekt", "Forventet effekt", "expected_effect", short_text, str),
    Field(
        "sammenligning",
        "Sammenligningskommuner",
        "comparison",
        _read_places,
        " ".join,
        options=_municipalities,
        several=True,
    ),
    Field(
        "naboer",
        "Nabokommuner, kriminaliteten kan flytte til",
        "neighbours",
        _read_places,
        " ".join,
        options=_municipalities,
        several=True,
    ),
    Field("valgt_den", "Sammenligningen er valgt den", "chosen_on", parse_day, lambda day: str(day.isoformat())),
    Field("synlighed", "Synlig for", "visibility", one_of(Visibility), str, options=_seen_by),
    Field("kilde", "Kilde", "source", short_text, str),
    Field("note", "Note", "note", long_text, str),
)
