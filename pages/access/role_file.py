"""Which role each of the provider's values stands for: one file, read when the server starts."""

import os
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from data.errors import UserError
from data.home import home
from data.municipalities import municipality_codes
from pages.access.role import POLICE, Role

VARIABLE = "KREDSBLIK_ADGANG"
FILE_NAME = "adgang.toml"
KEYS = frozenset({"felt", "bruger", "roller"})
PARTS = frozenset({"rolle", "kommune"})
# What every provider sends; what else names a person differs from one to another.
USUAL_ID = "sub"


@dataclass(frozen=True)
class Right:
    """A role, and for a mayor's or a municipality's the code of the municipality."""

    role: Role
    municipality: str | None


@dataclass(frozen=True)
class RoleFile:
    """The claim that holds the provider's values, the claim that names the person, and what each value stands for."""

    claim: str
    id_claim: str
    rights: Mapping[str, Right]


def role_file_path() -> Path:
    """Return where the file is: at `KREDSBLIK_ADGANG`, else in the home."""
    return Path(os.environ.get(VARIABLE) or home() / FILE_NAME)


def role_file() -> RoleFile:
    """Return the file as it was first read. Raises UserError when it is missing or anything in it is wrong."""
    return _read(role_file_path())


@cache
def _read(path: Path) -> RoleFile:
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
        return _role_file(content)
    except FileNotFoundError:
        raise UserError(f"{path} findes ikke. Filen siger, hvem der må hvad: se docs/adgang.md.") from None
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise UserError(f"{path} kan ikke læses som TOML ({error}). Ingen lukkes ind, før den er rettet.") from error
    except UserError as error:
        raise UserError(f"{path}: {error} Ingen lukkes ind, før den er rettet.") from None


def _role_file(content: Mapping[str, Any]) -> RoleFile:
    if unknown := sorted(content.keys() - KEYS):
        raise UserError(f"»{unknown[0]}« er ukendt. Skriv felt, bruger og [roller].")
    claim, id_claim, roles = content.get("felt"), content.get("bruger", USUAL_ID), content.get("roller")
    if not isinstance(claim, str) or not claim or not isinstance(id_claim, str) or not id_claim:
        raise UserError('felt mangler eller er ikke tekst. Skriv for eksempel felt = "roles".')
    if not isinstance(roles, dict) or not roles:
        raise UserError("[roller] mangler eller er tom.")
    return RoleFile(claim, id_claim, {value: _right(value, told) for value, told in roles.items()})


def _right(value: str, told: object) -> Right:
    parts: dict[str, Any] = told if isinstance(told, dict) else {"rolle": told}
    if parts.get("rolle") not in list(Role) or parts.keys() - PARTS:
        raise UserError(f"»{value}« har ikke en rolle, der findes. Skriv {', '.join(Role)}.")
    role, municipality = Role(parts["rolle"]), parts.get("kommune")
    if role in POLICE and municipality is not None:
        raise UserError(f"»{value}« er {role}, som ikke hører til en kommune.")
    if role not in POLICE and municipality not in municipality_codes():
        raise UserError(
            f"»{value}« er {role} uden en kommune, der findes. Skriv kommunens tre cifre, "
            f'for eksempel kommune = "{municipality_codes()[0]}".'
        )
    return Right(role, municipality)
