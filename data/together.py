"""Several files in one command: each counts once, and no two may tell of the same, for one would replace the other."""

from collections.abc import Sequence
from pathlib import Path

import duckdb

from data.companions import told_of_companion
from data.errors import UserError
from data.load_report import INCIDENTS, FileReport
from data.municipalities import area_name
from data.periods import parse_month
from data.prepare import Prepared

_SHARED = Path(__file__).parent / "sql" / "load_shared_cover.sql"
_WHAT_TO_DO = (
    "Den sidste ville erstatte den første, så intet er indlæst: saml dem i én fil, eller indlæs dem hver for sig, "
    "den nyeste til sidst."
)


def same_as(file: Prepared, earlier: Sequence[Prepared]) -> Prepared | None:
    """Return the earlier file that this one is: the same content, read in the same way."""
    same = (
        each
        for each in earlier
        if (each.source.sha256, each.reading.settings) == (file.source.sha256, file.reading.settings)
    )
    return next(same, None)


def report_of_the_same(file: Prepared, first: Prepared) -> FileReport:
    """Return the report of a file that has been counted under another name, or twice under the same."""
    kind = file.companion or INCIDENTS
    return FileReport(file.source.path.name, kind, file.source.sha256, accepted=0, same_as=first.source.path.name)


def refuse_two_companions(files: Sequence[Prepared]) -> None:
    """Raise UserError when two different files would each replace the same table."""
    seen: dict[str, Prepared] = {}
    for file in files:
        if file.companion and (first := seen.setdefault(file.companion, file)).source.sha256 != file.source.sha256:
            both = _both(first.source.path.name, file.source.path.name)
            raise UserError(f"{both} er begge {told_of_companion(file.companion)}. {_WHAT_TO_DO}")


def refuse_shared_cover(connection: duckdb.DuckDBPyConnection, name: str, earlier: Sequence[FileReport]) -> None:
    """Raise UserError when the delivery in `covered` covers what an earlier file of the same command covers."""
    names = {report.delivery: report.name for report in earlier if report.delivery is not None}
    if not names:
        return
    found = connection.execute(_SHARED.read_text(encoding="utf-8"), {"earlier": list(names)}).fetchall()
    for delivery, municipality, month, category, cells in found:
        where = f"{area_name(municipality)}, {parse_month(month).name}, {category}"
        more = f" og {cells - 1} kombinationer mere af kommune, måned og kategori" if cells > 1 else ""
        raise UserError(f"{_both(names[delivery], name)} dækker begge {where}{more}. {_WHAT_TO_DO}")


def _both(first: str, second: str) -> str:
    return f"{first} og {second}" if first != second else f"De to filer, der hedder {first},"
