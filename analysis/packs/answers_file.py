"""The file that an analyst writes for `--answers`: who answers, the check, and the texts that are edited (TOML)."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from analysis.packs.checks import Answer
from analysis.packs.preflight import CHECKS
from data.errors import UserError

WHO, CHECK, TEXTS, MUNICIPALITIES = "navn", "forhaandstjek", "tekster", "kommuner"
_TABLES = (CHECK, TEXTS)


@dataclass(frozen=True)
class Answers:
    """Who answered, what to each check, and the edited texts by key; `own`: what differs for a municipality (code)."""

    who: str
    checks: Mapping[str, Answer] = field(default_factory=dict)
    texts: Mapping[str, str] = field(default_factory=dict)
    own: Mapping[str, "Answers"] = field(default_factory=dict)

    def of(self, municipality: str) -> "Answers":
        """Return the answers for one municipality: its own before those that hold for all."""
        own = self.own.get(municipality)
        if own is None:
            return self
        return Answers(self.who, {**self.checks, **own.checks}, {**self.texts, **own.texts})


def read_answers(path: Path) -> Answers:
    """Return what the file says. Raises UserError when it cannot be read, or says something that is not asked."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        raise UserError(f"{path} findes ikke.") from None
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(f"{path} kan ikke læses. Gem filen som UTF-8.") from error
    except tomllib.TOMLDecodeError:
        raise UserError(f"{path} er ikke en gyldig TOML-fil. Se docs/moedepakker.md.") from None
    who = found.pop(WHO, "")
    if not isinstance(who, str) or not who.strip():
        raise UserError(f'{path}: skriv øverst, hvem der svarer: {WHO} = "…".')
    own = _table(path, MUNICIPALITIES, found.pop(MUNICIPALITIES, {}))
    shared = _answers(path, who, found)
    return Answers(
        shared.who,
        shared.checks,
        shared.texts,
        {code: _answers(path, who, _table(path, code, part)) for code, part in own.items()},
    )


def _answers(path: Path, who: str, found: Mapping[str, Any]) -> Answers:
    if unknown := sorted(set(found) - set(_TABLES)):
        raise UserError(f"{path}: {', '.join(unknown)} kendes ikke. Brug {', '.join((WHO, *_TABLES, MUNICIPALITIES))}.")
    checks = _table(path, CHECK, found.get(CHECK, {}))
    if unknown := sorted(set(checks) - set(CHECKS)):
        raise UserError(f"{path}: tjekket {', '.join(unknown)} kendes ikke. Brug {', '.join(CHECKS)}.")
    texts = _table(path, TEXTS, found.get(TEXTS, {}))
    if wrong := sorted(key for key, text in texts.items() if not isinstance(text, str)):
        raise UserError(f"{path}: teksten {', '.join(wrong)} skal stå i anførselstegn.")
    return Answers(who.strip(), {code: _answer(path, code, value) for code, value in checks.items()}, texts)


def _answer(path: Path, code: str, value: Any) -> Answer:
    """Return the answer that `true` or a comment gives; `false` is none."""
    if isinstance(value, bool):
        return Answer(ticked=value)
    if isinstance(value, str):
        return Answer(comment=value.strip())
    raise UserError(f"{path}: svaret på {code} skal være true eller en kommentar i anførselstegn.")


def _table(path: Path, name: str, found: Any) -> Mapping[str, Any]:
    if not isinstance(found, dict):
        raise UserError(f"{path}: {name} skal være en tabel: [{name}].")
    return found
