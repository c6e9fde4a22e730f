"""The pack's numbers as CSV: a file for each section, by the same rules as a page's download."""

from analysis.packs.content import Pack
from analysis.packs.facts import DRAFT, file_name
from analysis.provenance import file_lines
from analysis.tables import csv_bytes


def csv_files(pack: Pack) -> dict[str, bytes]:
    """Return file name -> content for every section that has numbers."""
    lines = ((DRAFT,) if pack.draft else ()) + file_lines(pack.choice.release)
    return {
        file_name(pack, "csv", section.key): csv_bytes(section.content.table, lines)
        for section in pack.sections
        if section.content is not None
    }
