"""A finished file taken apart: every text in it, with the part and the place where it stands."""

import csv
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any

from data.errors import UserError
from data.personal.databases import texts_of_duckdb, texts_of_sqlite
from data.personal.documents import texts_of_pdf, texts_of_picture, texts_of_xml
from data.personal.writing import without_underscores

# Part, place, text.
PlacedText = tuple[str, str, str]

_ZIP, _PDF, _SQLITE = b"PK\x03\x04", b"%PDF-", b"SQLite format 3\x00"
_DUCKDB, _DUCKDB_AT = b"DUCK", 8
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8")
_MARKUP = frozenset((".xml", ".rels", ".svg", ".vml"))
_INSIDE = " > "
# What a template brings along of its maker's printer: nothing of it comes from a release.
_NOT_OURS = "ppt/printerSettings/"


def texts_of_file(name: str, content: bytes) -> Iterator[PlacedText]:
    """Yield every text of the file, its name first. Raises UserError when it cannot be opened as what it is."""
    yield name, "filnavn", without_underscores(PurePosixPath(name).stem)
    try:
        yield from _texts(name, content)
    except UserError:
        raise
    except Exception as error:
        # Whatever a library raises: a file that cannot be looked through is not given to anybody.
        raise UserError(f"{name} kan ikke gennemses for personoplysninger: den er beskadiget.") from error


def _texts(name: str, content: bytes) -> Iterator[PlacedText]:
    ending = PurePosixPath(name).suffix.lower()
    if content.startswith(_ZIP):
        yield from _texts_of_zip(name, content)
    elif content.startswith(_PDF):
        yield from _placed(name, texts_of_pdf(content))
    elif content.startswith(_PICTURES):
        yield from _placed(name, texts_of_picture(content))
    elif content.startswith(_SQLITE):
        yield from _placed(name, texts_of_sqlite(content))
    elif content[_DUCKDB_AT : _DUCKDB_AT + len(_DUCKDB)] == _DUCKDB:
        yield from _placed(name, texts_of_duckdb(content))
    elif ending in _MARKUP:
        yield from _placed(name, texts_of_xml(content))
    elif ending == ".json":
        yield from _placed(name, _texts_of_json(json.loads(content.decode("utf-8-sig"))))
    elif ending == ".csv":
        yield from _placed(name, _texts_of_csv(_decoded(content)))
    else:
        yield from _placed(name, _texts_of_lines(_decoded(content)))


def _placed(name: str, texts: Iterator[tuple[str, str]]) -> Iterator[PlacedText]:
    return ((name, place, text) for place, text in texts)


def _texts_of_zip(name: str, content: bytes) -> Iterator[PlacedText]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        yield name, "zip-kommentar", archive.comment.decode("utf-8", "replace")
        for entry in archive.infolist():
            if not (entry.is_dir() or entry.filename.startswith(_NOT_OURS)):
                yield from texts_of_file(f"{name}{_INSIDE}{entry.filename}", archive.read(entry))


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")


def _texts_of_csv(text: str) -> Iterator[tuple[str, str]]:
    separator = max(";,\t", key=text.count)
    for number, row in enumerate(csv.reader(io.StringIO(text, newline=""), delimiter=separator), start=1):
        for column, cell in enumerate(row, start=1):
            yield f"række {number}, kolonne {column}", cell


def _texts_of_lines(text: str) -> Iterator[tuple[str, str]]:
    return ((f"linje {number}", line) for number, line in enumerate(text.splitlines(), start=1))


def _texts_of_json(value: Any, path: str = "$") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield path, key
            yield from _texts_of_json(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for place, inner in enumerate(value):
            yield from _texts_of_json(inner, f"{path}[{place}]")
