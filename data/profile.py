"""Profiles: how another system's export becomes the contract's columns and values.

A profile is a TOML file, shipped in `data/profiles/` or the user's own; docs/profiler.md describes it.
"""

import fnmatch
import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data.contract import COLUMNS
from data.errors import UserError

PROFILES = Path(__file__).parent / "profiles"


@dataclass(frozen=True)
class Profile:
    """How a foreign file is read.

    `columns`: their column -> ours. `joined`: our column -> their columns, whose texts are put together with a blank
    between (a date and a time). `drop`: their columns that are never read. `constants`: our column -> the same value
    in every row. `values`: our column -> their value -> ours, where `*` and `?` stand for any text and any sign.
    `date_formats`: their forms of dates and times (strptime), instead of the contract's; one without a clock means
    midnight. `skip_rows`: rows before the header. `digest` changes when the profile does.
    """

    title: str
    digest: str
    columns: Mapping[str, str] = field(default_factory=dict)
    joined: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    drop: frozenset[str] = frozenset()
    constants: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    date_formats: tuple[str, ...] = ()
    skip_rows: int = 0
    sheet: str | None = None

    @property
    def names(self) -> frozenset[str]:
        """Return every column of theirs that the profile speaks of, in lower case."""
        return frozenset({*self.columns, *self.drop, *(name for names in self.joined.values() for name in names)})

    def value(self, column: str, text: str) -> str:
        """Return our value for theirs; a value that the profile does not name stays as it is."""
        named = self.values.get(column)
        if named is None:
            return text
        key = plain(text)
        if key in named:
            return named[key]
        return next((ours for pattern, ours in named.items() if _is_pattern_of(pattern, key)), text)


def plain(name: str) -> str:
    """Return a name as it is compared: without surrounding blanks, in any case."""
    return name.strip().casefold()


def _is_pattern_of(pattern: str, key: str) -> bool:
    return ("*" in pattern or "?" in pattern) and fnmatch.fnmatchcase(key, pattern)


def shipped_profiles() -> dict[str, str]:
    """Return name -> title of the profiles that follow with the program, by name."""
    return {path.stem: load_profile(path.stem).title for path in sorted(PROFILES.glob("*.toml"))}


def load_profile(name: str) -> Profile:
    """Return the shipped profile of this name, or the one in this TOML file. Raises UserError when it is not sound."""
    shipped = PROFILES / f"{name}.toml"
    path = shipped if shipped.parent == PROFILES and shipped.exists() else Path(name)
    try:
        content = path.read_bytes()
        document = tomllib.loads(content.decode("utf-8-sig"))
    except OSError:
        names = ", ".join(sorted(file.stem for file in PROFILES.glob("*.toml")))
        raise UserError(f"Profilen »{name}« findes ikke. Brug en af {names}, eller angiv en TOML-fil.") from None
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UserError(f"Profilen {path.name} er ikke gyldig TOML: {_where(error)}") from None
    try:
        return _profile(document, path, hashlib.sha256(content).hexdigest())
    except (TypeError, AttributeError, ValueError):
        raise UserError(f"Profilen {path.name} har et felt af en forkert slags. Se docs/profiler.md.") from None


def _where(error: Exception) -> str:
    return "linjen kan ses i filen." if isinstance(error, UnicodeDecodeError) else str(error)


_KEYS = {"title", "columns", "join", "drop", "constants", "values", "date_formats", "skip_rows", "sheet"}


def _profile(document: Mapping[str, Any], path: Path, digest: str) -> Profile:
    unknown = sorted(set(document) - _KEYS)
    if unknown:
        raise UserError(f"Profilen {path.name} har ukendte felter: {', '.join(unknown)}. Se docs/profiler.md.")
    profile = Profile(
        title=str(document.get("title", path.stem)),
        digest=digest,
        columns={plain(theirs): ours for theirs, ours in document.get("columns", {}).items()},
        joined={ours: tuple(map(plain, theirs)) for ours, theirs in document.get("join", {}).items()},
        drop=frozenset(map(plain, document.get("drop", []))),
        constants={ours: str(value) for ours, value in document.get("constants", {}).items()},
        values={ours: _texts(named) for ours, named in document.get("values", {}).items()},
        date_formats=tuple(document.get("date_formats", [])),
        skip_rows=int(document.get("skip_rows", 0)),
        sheet=document.get("sheet"),
    )
    _refuse_contradictions(profile, path)
    return profile


def _texts(named: Mapping[str, Any]) -> dict[str, str]:
    return {plain(theirs): str(ours) for theirs, ours in named.items()}


def _refuse_contradictions(profile: Profile, path: Path) -> None:
    ours = [*profile.columns.values(), *profile.joined, *profile.constants, *profile.values]
    unknown = sorted(set(ours) - set(COLUMNS))
    if unknown:
        raise UserError(f"Profilen {path.name} peger på kolonner, som kontrakten ikke har: {', '.join(unknown)}.")
    theirs = {*profile.columns, *(name for names in profile.joined.values() for name in names)}
    both = sorted(theirs & profile.drop)
    if both:
        raise UserError(f"Profilen {path.name} både bruger og fravælger: {', '.join(both)}.")
