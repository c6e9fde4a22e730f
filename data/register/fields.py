"""The fields of an initiative as people type them and as they stand in a CSV file, and what may be written in each."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from data.catalogue import AREAS, CATEGORIES
from data.errors import UserError
from data.municipalities import DISTRICT, DISTRICT_NAME, municipalities
from data.register.initiative import Initiative, Status, Visibility
from data.register.themes import theme
from data.register.when import When, parse_day, parse_when

Kind = TypeVar("Kind", bound=StrEnum)

SHORT, LONG = 200, 2000
# What makes a spreadsheet run a cell as a formula, when an exported file is opened there.
FORMULA_STARTS = ("=", "+", "-", "@")
_PLAIN_SPACES = str.maketrans({"\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " "})


@dataclass(frozen=True)
class Field:
    """A field: its column in files, its Danish name on a form, and how its text is read and written.

    `read` raises UserError, whose text follows the field's name; an empty text of a field that is not `required` is
    the initiative's default.
    """

    column: str
    name: str
    attribute: str
    read: Callable[[str], Any]
    written: Callable[[Any], str]
    required: bool = False


def _short(text: str) -> str:
    return _free(text, SHORT, lines=False)


def _long(text: str) -> str:
    return _free(text, LONG, lines=True)


def _free(text: str, most: int, lines: bool) -> str:
    # Text from Word: letters in two parts, spaces that do not break.
    text = unicodedata.normalize("NFC", text).replace("\r\n", "\n").translate(_PLAIN_SPACES)
    if len(text) > most:
        raise UserError(f"teksten er for lang; højst {most} tegn.")
    if text.startswith(FORMULA_STARTS):
        raise UserError("teksten må ikke begynde med =, +, - eller @: et regneark læser den som en formel.")
    if any(not sign.isprintable() and not (lines and sign == "\n") for sign in text):
        raise UserError("teksten indeholder usynlige tegn eller linjeskift. Skriv den igen.")
    return text


def read_place(text: str) -> str:
    """Return the code of the municipality or the district that a code or a name means."""
    names = {member.name.casefold(): member.code for member in municipalities()} | {DISTRICT_NAME.casefold(): DISTRICT}
    codes = set(names.values())
    wanted = text.casefold()
    code = wanted if wanted in codes else names.get(wanted)
    if code is None:
        raise UserError(f"skriv en af kredsens kommuner (kode eller navn) eller »{DISTRICT}«.")
    return code


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


def _one_of(kind: type[Kind]) -> Callable[[str], Kind]:
    def read(text: str) -> Kind:
        try:
            return kind(text.casefold())
        except ValueError:
            raise UserError(f"skriv {' eller '.join(kind)}.") from None

    return read


def _when(value: When) -> str:
    return value.code


FIELDS: tuple[Field, ...] = (
    Field("sted", "Sted", "place", read_place, str, required=True),
    Field("omraade", "Indsatsområde", "theme", lambda text: theme(text).code, str, required=True),
    Field("indsats", "Indsats", "what", _short, str, required=True),
    Field("ejer", "Ejer", "owner", _short, str),
    Field("fra", "Fra", "start", parse_when, _when),
    Field("til", "Til", "end", parse_when, _when),
    Field("status", "Status", "status", _one_of(Status), str, required=True),
    Field("indikator", "Indikator", "indicator", _read_indicator, str),
    Field("forventet_effekt", "Forventet effekt", "expected_effect", _short, str),
    Field("sammenligning", "Sammenligningskommuner", "comparison", _read_places, " ".join),
    Field("naboer", "Nabokommuner, kriminaliteten kan flytte til", "neighbours", _read_places, " ".join),
    Field("valgt_den", "Sammenligningen er valgt den", "chosen_on", parse_day, lambda day: str(day.isoformat())),
    Field("synlighed", "Synlig for", "visibility", _one_of(Visibility), str),
    Field("kilde", "Kilde", "source", _short, str),
    Field("note", "Note", "note", _long, str),
)


def texts_of(initiative: Initiative) -> dict[str, str]:
    """Return column -> text; empty where nothing is known. `checked_initiative` reads it back unchanged."""
    values = {field: getattr(initiative, field.attribute) for field in FIELDS}
    return {field.column: "" if not value else field.written(value) for field, value in values.items()}


def read_field(field: Field, texts: Mapping[str, str]) -> Any:
    """Return the field's value; None when nothing is written. Raises UserError when it cannot be read."""
    text = texts.get(field.column, "").strip()
    if text:
        return field.read(text)
    if field.required:
        raise UserError("skal udfyldes.")
    return None
