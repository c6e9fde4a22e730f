"""What a row of an extract is, version 1: the columns, their kinds and their domains.

One row is one reported incident (anmeldelse). The columns here are the white list: any other column
stops the load. `docs/udtraek.md` is the contract in Danish, for the people who make the file.
"""

from dataclasses import dataclass
from enum import StrEnum

from data.attributes import AGE_BANDS, ATTRIBUTES, SITUATIONS, SPEED_LIMITS, UNKNOWN_VALUE
from data.catalogue import CATEGORIES

CONTRACT_VERSION = 1


class ColumnKind(StrEnum):
    """How a value is written and stored."""

    PSEUDONYM = "pseudonym"  # opaque [A-Za-z0-9_-]{1,64}
    CODE = "code"  # one of a fixed list
    MUNICIPALITY = "municipality"  # three digits, or four with a leading zero
    CELL = "cell"  # a cell of the Danish grid; `pattern` says which
    TIMESTAMP = "timestamp"  # local time, to the second
    DATE = "date"
    COUNT = "count"  # whole number >= 0; a point groups thousands


@dataclass(frozen=True)
class Column:
    """A column of the contract. `domain`: the list of a CODE; `pattern`: the full form of a PSEUDONYM or CELL."""

    name: str
    kind: ColumnKind
    required: bool = False
    domain: tuple[str, ...] = ()
    pattern: str = ""


_YES_NO = ("ja", "nej")
_YES_NO_UNKNOWN = (*_YES_NO, UNKNOWN_VALUE)
_OPAQUE = r"[A-Za-z0-9_-]{1,64}"


def _codes(name: str, *domain: str) -> Column:
    return Column(name, ColumnKind.CODE, domain=domain)


def _attribute(name: str) -> Column:
    """Return a CODE column whose domain is an attribute's values and `uoplyst`."""
    return _codes(name, *ATTRIBUTES[name].values, UNKNOWN_VALUE)


COLUMNS: dict[str, Column] = {
    column.name: column
    for column in (
        Column("haendelse_id", ColumnKind.PSEUDONYM, required=True, pattern=_OPAQUE),
        Column("sag_id", ColumnKind.PSEUDONYM, pattern=_OPAQUE),
        Column("kategori", ColumnKind.CODE, required=True, domain=tuple(CATEGORIES)),
        Column("anmeldt", ColumnKind.TIMESTAMP, required=True),
        Column("gerning_fra", ColumnKind.TIMESTAMP),
        Column("gerning_til", ColumnKind.TIMESTAMP),
        Column("kommunekode", ColumnKind.MUNICIPALITY, required=True),
        _codes("forsoeg", *_YES_NO),
        Column("celle_1km", ColumnKind.CELL, pattern=r"1km_\d{4}_\d{3}"),
        Column("celle_100m", ColumnKind.CELL, pattern=r"100m_\d{5}_\d{4}"),
        Column("sigtet", ColumnKind.DATE),
        _attribute("metode"),
        _codes("boligtype", "villa", "raekkehus", "etage", "landejendom", "fritidshus", UNKNOWN_VALUE),
        _codes("gerningsmand_til_stede", *_YES_NO_UNKNOWN),
        Column("foerste_patrulje", ColumnKind.TIMESTAMP),
        _codes("oensket_senere", *_YES_NO),
        _codes("brochure", *_YES_NO),
        _codes("nabohjaelp", *_YES_NO),
        _codes("raadgivning", *_YES_NO),
        Column("draebte", ColumnKind.COUNT),
        Column("alvorligt", ColumnKind.COUNT),
        Column("let", ColumnKind.COUNT),
        Column("vejstraekning", ColumnKind.PSEUDONYM, pattern=_OPAQUE),
        _attribute("transport"),
        _codes("spiritus", *_YES_NO_UNKNOWN),
        _codes("narkotika", *_YES_NO_UNKNOWN),
        _codes("hastighedsgraense", *SPEED_LIMITS, UNKNOWN_VALUE),
        _codes("uheldssituation", *SITUATIONS, "999"),
        _codes("status", "foreloebig", "endelig"),
        _codes("mistaenkt_alder", *AGE_BANDS, UNKNOWN_VALUE),
        _codes("offer_alder", *AGE_BANDS, UNKNOWN_VALUE),
        _codes("offer_koen", "k", "m", UNKNOWN_VALUE),
        _attribute("kanal"),
        Column("tab_kr", ColumnKind.COUNT),
        _codes("emne", *ATTRIBUTES["emne"].values),
        Column("besvaret", ColumnKind.DATE),
        Column("udfoert", ColumnKind.DATE),
    )
}

REQUIRED_COLUMNS = tuple(column.name for column in COLUMNS.values() if column.required)
