"""The whole district, quarter by quarter: every category's rows under the contract's columns, in order of report."""

from collections.abc import Callable, Iterator

import numpy as np

from data.catalogue import CATEGORIES
from data.contract import COLUMNS, ColumnKind
from data.demo.activity import requests_for_an_officer
from data.demo.burglary import burglaries, summer_house_burglaries
from data.demo.charges import charges
from data.demo.columns import Columns, Generator
from data.demo.counts import district_counts, generator, scaled
from data.demo.days import MISSING, outside_spring_gap, quarters
from data.demo.digital import digital_crimes, money_mules
from data.demo.local import drugs_at_schools, public_unease, violence_at_home
from data.demo.places import district_places
from data.demo.reports import District, Reports, common_columns, reports_of
from data.demo.roads import district_sections
from data.demo.traffic import accidents
from data.demo.victims import PROFILES
from data.periods import Quarter

_SUBJECTS: dict[str, Callable[[Generator, District, Reports], Columns]] = {
    "indbrud_beboelse": burglaries,
    "indbrud_fritidshus": summer_house_burglaries,
    "uheld_personskade": accidents,
    "uheld_materiel": accidents,
    "uheld_ekstra": accidents,
    "bestil_betjent": requests_for_an_officer,
    "muldyr": money_mules,
    "utryghed_offentligt_rum": public_unease,
    "narkotikasalg_skole": drugs_at_schools,
    "vold_naere_relationer": violence_at_home,
    **dict.fromkeys(PROFILES, digital_crimes),
}
# Thirty-seven columns of ten million rows: small numbers keep a batch small.
_BYTES = {ColumnKind.CODE: "int8", ColumnKind.MUNICIPALITY: "int8", ColumnKind.PSEUDONYM: "int64"}


def demo_district(seed: int, rows: int | None) -> District:
    """Return the district at its own size, or scaled to exactly this many rows."""
    counts = district_counts(seed)
    return District(
        seed,
        counts if rows is None else scaled(counts, rows, seed),
        district_places(seed),
        district_sections(seed),
    )


def _columns_of(district: District, category: str, quarter: Quarter) -> Columns:
    rng = generator(district.seed, f"rows:{category}", quarters().index(quarter))
    reports = reports_of(rng, district, category, quarter)
    subject = _SUBJECTS.get(category)
    own = subject(rng, district, reports) if subject else {}
    columns = {**common_columns(reports), **own}
    # Last, for a near repeat has moved the time of its report.
    return columns | charges(rng, category, columns["anmeldt"].astype(np.int32))


def _joined(blocks: list[Columns], first: int) -> Columns:
    """Return one table with every column of the contract; cases get numbers of their own across the blocks."""
    sizes = [len(block["kategori"]) for block in blocks]
    joined: Columns = {
        name: np.full(sum(sizes), MISSING, dtype=_BYTES.get(column.kind, "int32")) for name, column in COLUMNS.items()
    }
    start = 0
    for block, size in zip(blocks, sizes, strict=True):
        for name, numbers in block.items():
            joined[name][start : start + size] = numbers + (first + start if name == "sag_id" else 0)
        start += size
    return joined


def _in_order(table: Columns, first: int) -> Columns:
    """Return the rows in order of report, numbered in that order, with every time moved out of the spring gap."""
    order = np.argsort(table["anmeldt"], kind="stable")
    ordered: Columns = {name: numbers[order] for name, numbers in table.items()}
    for name, column in COLUMNS.items():
        if column.kind is ColumnKind.TIMESTAMP:
            ordered[name] = outside_spring_gap(ordered[name].astype(np.int32))
    ordered["haendelse_id"] = first + np.arange(len(order))
    return ordered


def batches(district: District) -> Iterator[Columns]:
    """Yield the rows of each quarter; only one quarter is in memory at a time."""
    first = 0
    for quarter in quarters():
        blocks = [_columns_of(district, category, quarter) for category in CATEGORIES]
        table = _in_order(_joined(blocks, first), first)
        yield table
        first += len(table["haendelse_id"])
