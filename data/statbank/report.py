"""What an import says it did: a text for people, an object for scripts."""

from collections.abc import Sequence

from data.statbank.importing import Import
from data.statbank.reading import ReadFile
from data.statbank.store import TableChange

Report = dict[str, object]

# A file of FOLK1A can change three tables.
TITLES = {"folk1a_age": "FOLK1A efter alder", "folk1a_sex": "FOLK1A efter køn"}
LAYOUTS = {"api": "API-fil", "matrix": "CSV fra web", "excel": "Excel fra web"}


def as_json(done: Import) -> Report:
    """Return the report as plain values: totals, one object per table, one per file."""
    return {
        "new": sum(change.new for change in done.changes),
        "changed": sum(change.changed for change in done.changes),
        "unchanged": sum(change.unchanged for change in done.changes),
        "tables": [_table(change, _of(done, change)) for change in done.changes],
        "files": [_file(file) for file in done.files],
    }


def as_text(done: Import) -> str:
    """Return the report in Danish: a line for each file and what is assumed of it, then a line for each table."""
    lines = []
    for file in done.files:
        lines.append(
            f"{file.file}: {file.table.title} ({LAYOUTS[file.layout]}), {_danish(file.rows)} rækker, "
            f"{_span(file.first_period, file.last_period)}."
        )
        lines += [f"  {note}" for note in (*file.notes, *_left_out(file))]
    for change in done.changes:
        lines.append(
            f"{_title(change)}: {_danish(change.new)} nye tal, {_danish(change.changed)} ændrede, "
            f"{_danish(change.unchanged)} uændrede."
        )
    if not any(change.new or change.changed for change in done.changes):
        lines.append("Alt var der i forvejen; intet er ændret.")
    return "\n".join(lines)


def _title(change: TableChange) -> str:
    return TITLES.get(change.name, change.name.upper())


def _of(done: Import, change: TableChange) -> list[ReadFile]:
    return [file for file in done.files if change.name in file.tables]


def _table(change: TableChange, files: Sequence[ReadFile]) -> Report:
    return {
        "table": change.name.upper(),
        "rows": sum(file.rows for file in files),
        "new": change.new,
        "changed": change.changed,
        "unchanged": change.unchanged,
        "zero_filled": sum(file.zero_filled for file in files),
        "unknown": sum(file.unknown for file in files),
        "skipped_rows": sum(file.skipped_rows for file in files),
        "skipped_areas": max(file.skipped_areas for file in files),
        "first_period": min(file.first_period for file in files),
        "last_period": max(file.last_period for file in files),
    }


def _file(file: ReadFile) -> Report:
    return {
        "file": file.file,
        "table": file.table.title,
        "layout": file.layout.value,
        "rows": file.rows,
        "zero_filled": file.zero_filled,
        "unknown": file.unknown,
        "skipped_rows": file.skipped_rows,
        "skipped_areas": file.skipped_areas,
        "first_period": file.first_period,
        "last_period": file.last_period,
        "notes": list(file.notes),
    }


def _left_out(file: ReadFile) -> list[str]:
    """Return what was not in the file or not taken from it."""
    said = []
    if file.zero_filled:
        said.append(f"{_danish(file.zero_filled)} tal er nul: filen udelader nuller.")
    if file.unknown:
        said.append(f"{_danish(file.unknown)} tal er uoplyst i filen; det, der var kendt, står ved magt.")
    if file.skipped_areas:
        said.append(
            f"{_danish(file.skipped_rows)} rækker gælder {_danish(file.skipped_areas)} områder uden for kredsen; "
            "de er sprunget over."
        )
    return said


def _span(first: str, last: str) -> str:
    return first if first == last else f"{first} til {last}"


def _danish(number: int) -> str:
    return f"{number:,}".replace(",", ".")
