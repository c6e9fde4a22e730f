"""Who is let in: one whose sign-in has neither run out nor been ended, with one role that belongs in the room."""

import hashlib
import json
import time
from collections.abc import Mapping
from typing import Any

from data.errors import UserError
from data.municipalities import area_name
from data.room import Room, room
from data.signed_out import has_signed_out
from pages.access.role import POLICE, Role, Visitor
from pages.access.role_file import Right, RoleFile, role_file

WHO_COMES_IN = {Room.ANALYSTS: POLICE, Room.COUNCIL: frozenset(Role)}
Claims = Mapping[str, Any]

# What Streamlit has put beside the provider's own claims.
_NOT_CLAIMED = frozenset({"origin", "is_logged_in", "tokens"})


class SignInOverError(UserError):
    """The sign-in has run out or been ended: the way on is to sign in again."""


class NotAdmittedError(UserError):
    """The person is known, and may not come in: signing in again changes nothing."""


def admitted(claims: Claims) -> Visitor:
    """Return who the provider says it is. Raises SignInOverError or NotAdmittedError for anyone who may not come in."""
    if not ends_at(claims) > time.time():  # so that what is no number has run out
        raise SignInOverError("Din adgang er udløbet. Log ind igen.")
    if has_signed_out(mark_of(claims)):
        raise SignInOverError("Du har logget ud. Log ind igen.")
    file = role_file()
    right = _right(claims, file)
    if right.role not in WHO_COMES_IN[room()]:
        raise NotAdmittedError("Dette rum er for politiet. Kredsrådets sider har deres egen adresse.")
    return Visitor(_id(claims, file), right.role, right.municipality)


def ends_at(claims: Claims) -> float:
    """Return when the sign-in runs out, in seconds since 1970; one that does not say has run out."""
    told = claims.get("exp")
    return float(told) if isinstance(told, int | float) and not isinstance(told, bool) else 0.0


def mark_of(claims: Claims) -> str:
    """Return what tells this sign-in from every other: the provider's number for it is among the claims."""
    own = {name: value for name, value in claims.items() if name not in _NOT_CLAIMED}
    return hashlib.sha256(json.dumps(own, sort_keys=True).encode()).hexdigest()


def _id(claims: Claims, file: RoleFile) -> str:
    told = claims.get(file.id_claim)
    if not isinstance(told, str) or not told.strip():
        raise NotAdmittedError("Login sagde ikke, hvem du er. Sig det til den, der driver Kredsblik.")
    return told.strip()


def _right(claims: Claims, file: RoleFile) -> Right:
    told = claims.get(file.claim)
    values = [told] if isinstance(told, str) else told if isinstance(told, list) else []
    rights = {file.rights[value] for value in values if isinstance(value, str) and value in file.rights}
    if not rights:
        raise NotAdmittedError("Din konto har ingen rolle i Kredsblik. Bed politiets analytiker om adgang.")
    if len(rights) > 1:
        named = " og ".join(sorted(map(_named, rights)))
        raise NotAdmittedError(f"Din konto har roller, som ikke passer sammen: {named}. Bed om at få den ene fjernet.")
    return rights.pop()


def _named(right: Right) -> str:
    return f"{right.role} i {area_name(right.municipality)}" if right.municipality else str(right.role)
