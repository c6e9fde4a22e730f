"""The paper as PDF/UA-1: tagged, A4, in the fonts that the compiler brings, so that it looks the same everywhere."""

import datetime as dt
import json
from functools import cache
from pathlib import Path
from typing import Any

import typst

from analysis.packs.agenda import Item, agenda, cells
from analysis.packs.content import Pack
from analysis.packs.curve import curve
from analysis.packs.facts import made_at
from analysis.packs.verdicts import TONES

STANDARD = "ua-1"
TEMPLATE = Path(__file__).parent / "paper.typ"


def pdf_bytes(pack: Pack) -> bytes:
    """Return the pack's paper as PDF; the same pack gives the same bytes."""
    paper, made = agenda(pack), made_at(pack)
    content = {
        "title": paper.title,
        "subtitle": paper.subtitle,
        "district": paper.district,
        "document_title": paper.document_title,
        "marks": paper.marks,
        "footer": paper.footer,
        "date": {"year": made.year, "month": made.month, "day": made.day},
        "items": [_item(item) for item in paper.items],
    }
    inputs = {"paper": json.dumps(content, ensure_ascii=False)}
    made_pdf: bytes = _compiler().compile(
        format="pdf",
        sys_inputs=inputs,
        pdf_standards=[STANDARD],
        timestamp=int(made.replace(tzinfo=dt.UTC).timestamp()),
    )
    return made_pdf


@cache
def _compiler() -> Any:
    """Return the compiler, kept for the next pack; it sees our template and its own fonts, nothing else."""
    return typst.Compiler(str(TEMPLATE), root=str(TEMPLATE.parent), ignore_system_fonts=True)


def _item(item: Item) -> dict[str, Any]:
    table = item.table
    return {
        "heading": item.heading,
        "message": item.message,
        "verdict": item.verdict,
        "colour": TONES[item.tone],
        "lines": item.lines,
        "facts": item.facts,
        "alt": item.alt,
        "curve": curve(item.series.series, item.series.chosen) if item.series else None,
        "columns": [column.title for column in table.columns] if table else [],
        "right": [column.decimals is not None for column in table.columns] if table else [],
        "rows": cells(table) if table else [],
    }
