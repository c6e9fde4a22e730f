"""Initiatives that tests write into a register."""

from dataclasses import replace
from typing import Any

from data.register.initiative import Initiative
from data.register.when import parse_when

HALSNAES = "260"


def an_initiative(what: str = "Lys i stierne", **other: Any) -> Initiative:
    """Return an initiative of a municipality that nothing shipped is about."""
    usual = Initiative(place=HALSNAES, theme="indbrud", what=what, owner="Kommunen", start=parse_when("2024-03-01"))
    return replace(usual, **other)
