"""The four files of the demo, written beside and swapped in together."""

import csv
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pyarrow as pa
import pyarrow.csv as pa_csv

from data.contract import COLUMNS
from data.demo.days import DATES, EXTRACTED, FIRST_DAY, MISSING
from data.demo.district import batches
from data.demo.places import Places
from data.demo.reports import District
from data.demo.roads import Sections, section_names
from data.demo.shipped import area_codes
from data.demo.texts import as_texts, lists_of_names
from data.municipalities import municipality_codes
from data.periods import Month

INCIDENTS = f"haendelser_{EXTRACTED}.csv"
COVERS = f"haendelser_{EXTRACTED}.covers.toml"
SECTIONS = "vejstraekninger.csv"
DWELLINGS = "boliger_pr_celle.csv"

_COVERS_TEXT = f"""\
# Demodata: syntetiske hændelser. Ingen af dem er sket.
municipalities = "alle"
from = "{Month.of(FIRST_DAY).code}"
to = "{Month.of(EXTRACTED).code}"
categories = "alle"
extracted = {EXTRACTED}
"""

Progress = Callable[[int], None]


def _write_incidents(path: Path, district: District, progress: Progress) -> int:
    """Write the extract and return its number of rows; `progress` hears the rows so far after each quarter."""
    names = lists_of_names(district)
    # No value needs quotes: they are codes, times and letters.
    options = pa_csv.WriteOptions(include_header=False, delimiter=";", quoting_style="none")
    rows = 0
    with path.open("wb") as file:
        file.write((";".join(COLUMNS) + "\n").encode())
        for table in batches(district):
            batch = as_texts(table, names, district.seed)
            pa_csv.write_csv(pa.Table.from_batches([batch]), file, options)
            rows += batch.num_rows
            progress(rows)
    return rows


def _write_rows(path: Path, header: str, rows: Iterable[Iterable[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split())
        writer.writerows(rows)


def _section_rows(sections: Sections) -> Iterable[Iterable[object]]:
    for number, name in enumerate(section_names(sections)):
        start = sections.start[number]
        since = DATES[start] if start != MISSING else ""
        code = area_codes()[sections.area[number]]
        limits = (sections.limit_before, sections.limit_after[number])
        # The trial still ran at the extract's date, as far as is known: no last day.
        yield name, code, f"{sections.length_km[number]:.2f}", sections.adt[number], *limits, since, ""


def _dwelling_rows(places: Places) -> Iterable[Iterable[object]]:
    dwellings = places.dwellings_by_square()
    for number, name in enumerate(places.square_names):
        yield name, municipality_codes()[places.square_area[number]], dwellings[number]


def write_demo(district: District, folder: Path, progress: Progress) -> dict[Path, int | None]:
    """Write the files into the folder, over an earlier demo; return each with its number of rows, if it has rows."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".demo-") as name:
        beside = Path(name)
        incidents = _write_incidents(beside / INCIDENTS, district, progress)
        (beside / COVERS).write_text(_COVERS_TEXT, encoding="utf-8", newline="\n")
        header = "id kommunekode laengde_km adt hastighed_foer hastighed_efter fra til"
        _write_rows(beside / SECTIONS, header, _section_rows(district.sections))
        _write_rows(beside / DWELLINGS, "celle_1km kommunekode boliger", _dwelling_rows(district.places))
        for path in beside.iterdir():
            path.replace(folder / path.name)
    places, sections = district.places, district.sections
    return {
        folder / INCIDENTS: incidents,
        folder / COVERS: None,
        folder / SECTIONS: len(sections.area),
        folder / DWELLINGS: len(places.square_names),
    }
