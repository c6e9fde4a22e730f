"""What a delivery covers: municipality x month x category. What is not covered is missing, never zero."""

import datetime as dt
import json
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.catalogue import CATEGORIES
from data.errors import UserError
from data.municipalities import UNKNOWN, municipality_codes
from data.periods import Month, parse_month

_EVERYTHING = "alle"
_KEYS = {"municipalities", "from", "to", "categories", "extracted"}


@dataclass(frozen=True)
class Coverage:
    """What a delivery covers in all: how many cells of municipality x month x category, between which bounds.

    Months are codes (2025-11); `open_months` were not over when the extract was made.
    """

    cells: int
    municipalities: tuple[str, ...]
    first: str
    last: str
    categories: tuple[str, ...]
    open_months: tuple[str, ...]

    @classmethod
    def of_all(cls, parts: Sequence["Coverage"]) -> "Coverage":
        """Return the bounds of several; a cell that two of them cover counts twice."""
        return cls(
            cells=sum(part.cells for part in parts),
            municipalities=tuple(sorted({code for part in parts for code in part.municipalities})),
            first=min(part.first for part in parts),
            last=max(part.last for part in parts),
            categories=tuple(sorted({code for part in parts for code in part.categories})),
            open_months=tuple(sorted({month for part in parts for month in part.open_months})),
        )


@dataclass(frozen=True)
class Covers:
    """What a file says that it covers: every combination of these. `extracted`: the extract's date, when it is told."""

    municipalities: tuple[str, ...]
    first: Month
    last: Month
    categories: tuple[str, ...]
    extracted: dt.date | None = None

    @property
    def months(self) -> tuple[Month, ...]:
        count = (self.last.year - self.first.year) * 12 + self.last.number - self.first.number + 1
        return tuple(self.first.plus(step) for step in range(count))

    @property
    def fingerprint(self) -> str:
        """Return a text that two coverages share only when they are the same."""
        parts = [self.municipalities, self.first.code, self.last.code, self.categories, str(self.extracted)]
        return json.dumps(parts)


def covers_beside(path: Path) -> Path | None:
    """Return the file that tells what `path` covers, when it lies beside it: udtraek.covers.toml for udtraek.csv."""
    candidates = (path.with_name(f"{path.name}.covers.toml"), path.with_name(f"{path.stem}.covers.toml"))
    return next((candidate for candidate in candidates if candidate.exists()), None)


def read_covers(path: Path) -> Covers:
    """Return what the TOML file says. Raises UserError when it is not sound."""
    try:
        document = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError:
        raise UserError(f"{path} findes ikke eller kan ikke læses.") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise UserError(f"{path.name} er ikke gyldig TOML. Se docs/udtraek.md.") from None
    unknown = sorted(set(document) - _KEYS)
    missing = sorted(_KEYS - {"extracted"} - set(document))
    if unknown or missing:
        fault = f"har ukendte felter: {', '.join(unknown)}" if unknown else f"mangler felter: {', '.join(missing)}"
        raise UserError(f"{path.name} {fault}. Se docs/udtraek.md.")
    covers = Covers(
        municipalities=_members(document, "municipalities", (*municipality_codes(), UNKNOWN), path),
        first=_month(document, "from", path),
        last=_month(document, "to", path),
        categories=_members(document, "categories", tuple(CATEGORIES), path),
        extracted=_extracted(document, path),
    )
    if covers.last < covers.first:
        raise UserError(f"{path.name}: »to« ligger før »from«.")
    return covers


def _members(document: dict[str, Any], key: str, everything: Sequence[str], path: Path) -> tuple[str, ...]:
    given = document[key]
    if given == _EVERYTHING:
        return tuple(everything)
    if not isinstance(given, list) or not given:
        raise UserError(f'{path.name}: »{key}« skal være en liste eller "{_EVERYTHING}".')
    members = [str(member).removeprefix("0") for member in given]  # 0157 and 157 are the same municipality
    unknown = [member for member in members if member not in everything]
    if unknown:
        raise UserError(f"{path.name}: »{key}« har ukendte værdier: {', '.join(unknown)}.")
    return tuple(member for member in everything if member in members)


def _month(document: dict[str, Any], key: str, path: Path) -> Month:
    try:
        return parse_month(str(document[key]))
    except UserError as error:
        raise UserError(f"{path.name}, »{key}«: {error}") from None


def _extracted(document: dict[str, Any], path: Path) -> dt.date | None:
    given = document.get("extracted")
    try:
        day = dt.date.fromisoformat(given) if isinstance(given, str) else given
    except ValueError:
        day = given
    if day is not None and (isinstance(day, dt.datetime) or not isinstance(day, dt.date)):
        raise UserError(f"{path.name}: »extracted« skal være en dato som 2026-01-12.")
    return day
