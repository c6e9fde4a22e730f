"""What a column is: the variables of Statistics Denmark's tables, known by their header or by their values."""

import re
import tomllib
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from data.statbank.codes import area_code, measure_code, offence_code, period_code, resident_code, severity_code
from data.statbank.text import plain

IGNORED = "ignored"

_IS_TOTAL = re.compile(r"tot|ialt|sum|(?:\S+ )?(?:(?:.* )?i alt|(?:.*, )?total|total .*|alle .*|all .*)")
_UNIT_HEADERS = frozenset({"enhed", "unit", "units"})
_UNITS = frozenset({"antal", "number"})


@dataclass(frozen=True)
class Key:
    """A variable that we keep: `read` gives the code of a label, or None when it is no such label."""

    name: str
    danish: str
    headers: frozenset[str]
    read: Callable[[str], str | None]


@dataclass(frozen=True)
class Summed:
    """A variable that we do not keep (summed.toml says what its fields mean)."""

    name: str
    danish: str
    headers: frozenset[str]
    values: tuple[str, ...]
    parts: int
    least: int

    def has(self, label: str) -> bool:
        """Return whether the label is one of its values or its total; a code may stand before it."""
        text = plain(label)
        return is_total(label) or any(re.fullmatch(rf"(?:\S+ )?(?:{value})", text) for value in self.values)


Variable = Key | Summed

PERIOD = Key(
    "period", "tid", frozenset({"tid", "time", "kvartal", "quarter", "aar", "year", "periode", "period"}), period_code
)
AREA = Key("area", "område", frozenset({"omraade", "omrade", "region", "kommune", "area", "municipality"}), area_code)
OFFENCE = Key(
    "code",
    "overtrædelsens art (OVERTRÆD)",
    frozenset({"overtraed", "overtrad", "overtraedelsens art", "type of offence", "nature of the offence", "offence"}),
    offence_code,
)
MEASURE = Key(
    "measure",
    "anmeldte og sigtede (ANMSIGT)",
    frozenset({"anmsigt", "anmeldte og sigtede", "reported and charged", "reports and charges"}),
    measure_code,
)
SEVERITY = Key(
    "severity", "personskade (UHELD)", frozenset({"uheld", "personskade", "casualty", "injury"}), severity_code
)
RESIDENT = Key(
    "resident",
    "beboertype (BEBO)",
    frozenset({"bebo", "beboertype", "type of resident", "resident type"}),
    resident_code,
)
KEYS = (PERIOD, OFFENCE, AREA, MEASURE, SEVERITY, RESIDENT)


@cache
def summed_variables() -> tuple[Summed, ...]:
    """Return the variables that are summed away."""
    tables = tomllib.loads((Path(__file__).parent / "summed.toml").read_text(encoding="utf-8"))
    return tuple(
        Summed(name, row["danish"], frozenset(row["headers"]), tuple(row["values"]), row["parts"], row["least"])
        for name, row in tables.items()
    )


def variable(name: str) -> Variable:
    """Return the variable with this name."""
    return next(candidate for candidate in _everything() if candidate.name == name)


def is_total(label: str) -> bool:
    """Return whether the label of a summed variable is its total."""
    return _IS_TOTAL.fullmatch(plain(label)) is not None


def identify(header: str, labels: Collection[str]) -> str | None:
    """Return the name of the variable that a column is, `ignored` when it says nothing, None when it is unknown.

    Under an unknown header only what cannot be mistaken is known by its values.
    """
    name = plain(header)
    told = [label for label in labels if label.strip()]
    if not told or (name in _UNIT_HEADERS and {plain(label) for label in told} <= _UNITS):
        return IGNORED
    named = [candidate for candidate in _everything() if name in candidate.headers]
    if len(named) == 1 or (named and all(is_total(label) for label in told)):
        return named[0].name
    return _by_values(named or ([PERIOD, OFFENCE, AREA] if name else _everything()), told)


def _everything() -> list[Variable]:
    return [*KEYS, *summed_variables()]


def _by_values(candidates: Iterable[Variable], labels: Collection[str]) -> str | None:
    for candidate in candidates:
        if isinstance(candidate, Key) and _is_key(candidate, labels):
            return candidate.name
    # "I alt" alone is the total of some variable: it does not matter which.
    if all(is_total(label) for label in labels):
        return IGNORED
    for candidate in candidates:
        if isinstance(candidate, Summed) and all(candidate.has(label) for label in labels):
            return candidate.name
    return None


def _is_key(candidate: Key, labels: Collection[str]) -> bool:
    """Return whether the labels are the variable's; one area or offence that we do not know does not hide the rest."""
    known = sum(1 for label in labels if candidate.read(label) is not None)
    return known * 2 > len(labels) if candidate in (AREA, OFFENCE) else known == len(labels)
