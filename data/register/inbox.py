"""The inbox: where the council's process leaves a question, since the register is not its to open.

Each question is a file of its own, written beside and moved into place: two who write at once never mix, and a crash
leaves a whole question or none. The analysts' process takes the files into the register and removes them.
"""

import json
import logging
import os
import re
import secrets
import stat
from contextlib import suppress
from pathlib import Path
from typing import Any

from data.audit.entry import Event, What
from data.audit.note import note, on_its_own
from data.errors import UserError
from data.home import home
from data.register.entries import SHIPPED, Entry, entry_history, save_version
from data.register.form import written_texts
from data.register.question import FIELDS, QUESTION_FORM, Question, checked_question
from data.register.store import writing

FOLDER_NAME = "indbakke"
_ID_BYTES = 6
_NAME = re.compile(r"spoergsmaal-[0-9a-f]{12}")
_LARGEST = 20_000  # bytes; a question of the longest text takes less
_REFUSED = ".afvist"  # left for a person to look at, and not tried again

_LOG = logging.getLogger(__name__)


def inbox_folder(of_home: Path | None = None) -> Path:
    """Return the folder that the council's process must be able to write in: of its own home, or of this one."""
    return (of_home or home()) / FOLDER_NAME


def leave_question(question: Question, noted_by: str) -> str:
    """Write the question as a file of its own, and return its id. Raises UserError when that cannot be done."""
    identity = f"{QUESTION_FORM.kind.name}-{secrets.token_hex(_ID_BYTES)}"
    note(Event.EDITED, What(about=identity))
    content = json.dumps(written_texts(FIELDS, question) | {"af": noted_by}, ensure_ascii=False)
    path = inbox_folder() / f"{identity}.json"
    beside = path.with_suffix(".tmp")
    try:
        inbox_folder().mkdir(parents=True, exist_ok=True)
        with beside.open("w", encoding="utf-8") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as error:
        raise UserError(
            "Ikke gemt: spørgsmålet kan ikke skrives på maskinen. Skriv det ned, og sig det til analytikeren."
        ) from error
    return identity


def collect_questions(of_home: Path | None = None) -> int:
    """Take what lies in a home's inbox into the register, and return how many were taken. Twice is once."""
    folder = inbox_folder(of_home)
    waiting = sorted(folder.glob("*.json")) if folder.is_dir() else []
    # It was noted as hers who asked; whoever's page fetches it has written nothing.
    with on_its_own():
        return sum(_collected(path) for path in waiting)


def _collected(path: Path) -> bool:
    try:
        texts = _read(path)
        question = checked_question(texts)
    except FileNotFoundError:
        return False  # another process has just taken it
    except (UserError, OSError, ValueError, RecursionError):  # the last: brackets in brackets, thousands deep
        _LOG.warning("A file in the inbox is no question: %s", path.name)
        with suppress(FileNotFoundError):  # another process has put it aside
            path.replace(path.with_suffix(_REFUSED))
        return False
    with writing() as connection:
        # Saved before, and the file not yet removed when that process ended.
        known = bool(entry_history(connection, QUESTION_FORM.kind, path.stem))
        if not known:
            new = Entry(path.stem, SHIPPED, question, texts["af"])
            save_version(connection, QUESTION_FORM.kind, new, question, texts["af"])
    path.unlink(missing_ok=True)
    return not known


def _read(path: Path) -> dict[str, str]:
    found = path.lstat()  # a link, or a pipe that never ends, is no file of ours
    if not _NAME.fullmatch(path.stem) or not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST:
        raise ValueError("not a question's file")
    texts: Any = json.loads(path.read_text(encoding="utf-8"))
    if not isinstance(texts, dict) or not all(isinstance(text, str) for text in texts.values()) or not texts.get("af"):
        raise ValueError("not a question's texts")
    return texts
