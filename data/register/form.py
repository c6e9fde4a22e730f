"""How entries are typed, whatever their kind: fields with a name and a reader, and every fault told at once."""

import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from data.errors import UserError
from data.municipalities import DISTRICT, DISTRICT_NAME, municipalities
from data.register.personal import personal_kinds

Choice = TypeVar("Choice", bound=StrEnum)

SHORT, LONG = 200, 2000
# What makes a spreadsheet run a cell as a formula, when an exported file is opened there; wide signs too.
FORMULA_STARTS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")
_PLAIN_SPACES = str.maketrans({"\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " "})


@dataclass(frozen=True)
class Field:
    """A field: its column in files, its Danish name on a form, and how its text is read and written.

    `read` raises UserError, whose text follows the field's name; an empty text of a field that is not `required` is
    the content's own default. `options`: what may be chosen, text -> Danish name; nothing where the text is free.
    `several`: more than one may be, their texts with a space between.
    """

    column: str
    name: str
    attribute: str
    read: Callable[[str], Any]
    written: Callable[[Any], str]
    required: bool = False
    options: Callable[[], Mapping[str, str]] = dict
    several: bool = False

    @property
    def long(self) -> bool:
        """Return whether the text may have several lines."""
        return self.read is long_text


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


def read_fields(fields: tuple[Field, ...], texts: Mapping[str, str]) -> dict[str, Any]:
    """Return attribute -> value of what is written. Raises FieldsRefusedError: for personal data, else every fault."""
    personal = tuple(fault for field in fields if (fault := _personal(field, texts.get(field.column, ""))))
    if personal:
        raise FieldsRefusedError(personal)
    values: dict[str, Any] = {}
    faults: list[Fault] = []
    for field in fields:
        try:
            value = _value(field, texts)
        except UserError as error:
            faults.append(Fault(field.column, field.name, str(error)))
        else:
            values |= {} if value is None else {field.attribute: value}
    if faults:
        raise FieldsRefusedError(tuple(faults))
    return values


def refuse(fields: tuple[Field, ...], rules: tuple[tuple[str, bool, str], ...]) -> None:
    """Raise FieldsRefusedError for the rules (column, whether it is broken, what to do) that are broken."""
    by_column = {field.column: field for field in fields}
    broken = tuple(Fault(column, by_column[column].name, text) for column, is_broken, text in rules if is_broken)
    if broken:
        raise FieldsRefusedError(broken)


def written_texts(fields: tuple[Field, ...], content: object) -> dict[str, str]:
    """Return column -> text; empty where nothing is known. `read_fields` reads it back unchanged."""
    values = {field: getattr(content, field.attribute) for field in fields}
    return {field.column: "" if value in (None, "", ()) else field.written(value) for field, value in values.items()}


def short_text(text: str) -> str:
    """Return a text of one line, plainly written. Raises UserError when it is too long or holds what may not be."""
    return _free(text, SHORT, lines=False)


def long_text(text: str) -> str:
    """Return a text of several lines. Raises UserError as `short_text`."""
    return _free(text, LONG, lines=True)


def one_of(kind: type[Choice]) -> Callable[[str], Choice]:
    """Return a reader of the values of an enumeration."""

    def read(text: str) -> Choice:
        try:
            return kind(text.casefold())
        except ValueError:
            raise UserError(f"skriv {' eller '.join(kind)}.") from None

    return read


def read_place(text: str) -> str:
    """Return the code of the municipality or the district that a code or a name means."""
    names = {member.name.casefold(): member.code for member in municipalities()} | {DISTRICT_NAME.casefold(): DISTRICT}
    codes = set(names.values())
    wanted = text.casefold()
    code = wanted if wanted in codes else names.get(wanted)
    if code is None:
        raise UserError(f"skriv en af kredsens kommuner (kode eller navn) eller »{DISTRICT}«.")
    return code


def place_options() -> dict[str, str]:
    """Return code -> name of the municipalities, then the district."""
    return {member.code: member.name for member in municipalities()} | {DISTRICT: DISTRICT_NAME}


def options_of(kind: type[StrEnum]) -> Callable[[], dict[str, str]]:
    """Return the values of an enumeration as options."""
    return lambda: {each.value: each.value.capitalize() for each in kind}


def _personal(field: Field, text: str) -> Fault | None:
    kinds = personal_kinds(text)
    if not kinds:
        return None
    return Fault(field.column, field.name, f"teksten ser ud til at indeholde {' og '.join(kinds)}. Skriv den uden.")


def _value(field: Field, texts: Mapping[str, str]) -> Any:
    """Return the field's value; None when nothing is written. Raises UserError when it cannot be read."""
    text = texts.get(field.column, "").strip()
    if text:
        return field.read(text)
    if field.required:
        raise UserError("skal udfyldes.")
    return None


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
