"""`python -m analysis.packs --meeting 2026K1 --municipality 217|--all --out DIR`: meeting packs as files."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from analysis.meetings import MeetingType, parse_meeting
from analysis.packs.answers_file import Answers, read_answers
from analysis.packs.build import build_pack, subject_of
from analysis.packs.content import Pack, Subject
from analysis.packs.edits import edit_warnings
from analysis.packs.files import FORMATS, pack_files_of, require_known
from analysis.packs.freezing import answered_pack, freeze_pack
from data.command_line import DanishParser
from data.errors import UserError, run_command
from data.machine_errors import why
from data.municipalities import DISTRICT, municipality_codes
from data.release import Release, open_release
from data.room import Room, room

USAGE = f"""Brug: python -m analysis.packs --meeting MØDE [--municipality KOMMUNE | --all] --out MAPPE
                                [--format FORMATER] (--answers FIL | --draft)

  Laver mødepakker: PowerPoint, Word, PDF og CSV af de samme tal.
  --meeting        mødets kvartal, fx 2026K1; pakken ser på kvartalet før
  --municipality   trecifret kode; kun til bilaterale møder
  --all            alle kommuner; til et temamøde eller Teams-møde kredsens ene pakke
  --theme          temaet til et temamøde, fx indbrud
  --out            mappen, som filerne lægges i
  --format         {",".join(FORMATS)} (ellers alle)
  --answers        forhåndstjekket besvaret og teksterne rettet (TOML); pakken fryses
  --draft          samme filer mærket UDKAST; intet fryses"""


def main(arguments: Sequence[str]) -> int:
    """Make the packs and write their files; all packs are made before the first file is written."""
    wanted = _parser().parse_args(arguments)
    if room() is not Room.ANALYSTS:
        raise UserError("Mødepakker laves i analytikernes rum. Sæt KREDSBLIK_ROOM til analyse.")
    subjects = _subjects(wanted.meeting, wanted.municipality, wanted.all, wanted.theme)
    formats = tuple(filter(None, (each.strip() for each in wanted.format.split(","))))
    require_known(formats)
    release = open_release()
    answers = read_answers(wanted.answers) if wanted.answers else None
    packs = [_pack(release, subject, answers) for subject in subjects]
    _warn(packs)
    for pack in packs:
        _write(wanted.out, _wanted(_made(pack, answers, formats), formats))
        print(f"{pack.subject.code}: {pack.title}, {'udkast' if pack.draft else 'frosset'}.", file=sys.stderr)
    return 0


def _parser() -> DanishParser:
    parser = DanishParser(USAGE)
    parser.add_argument("--meeting", required=True)
    where = parser.add_mutually_exclusive_group()
    where.add_argument("--municipality")
    where.add_argument("--all", action="store_true")
    parser.add_argument("--theme")
    parser.add_argument("--out", required=True, type=Path)
    parser.add_argument("--format", default=",".join(FORMATS))
    how = parser.add_mutually_exclusive_group(required=True)
    how.add_argument("--answers", type=Path)
    how.add_argument("--draft", action="store_true")
    return parser


def _subjects(meeting_code: str, municipality: str | None, every: bool, theme: str | None) -> list[Subject]:
    meeting = parse_meeting(meeting_code)
    if meeting.type is not MeetingType.BILATERAL:
        return [subject_of(meeting, municipality or DISTRICT, theme)]
    if not every and municipality is None:
        raise UserError(USAGE)
    return [subject_of(meeting, code) for code in (municipality_codes() if every else (municipality,)) if code]


def _pack(release: Release, subject: Subject, answers: Answers | None) -> Pack:
    return answered_pack(release, subject, answers) if answers else build_pack(release, subject, draft=True)


def _made(pack: Pack, answers: Answers | None, formats: Sequence[str]) -> dict[str, bytes]:
    """Return the files; a frozen pack is kept in every format, whatever is written now."""
    return freeze_pack(pack, answers)[1] if answers else pack_files_of(pack, formats)


def _wanted(files: dict[str, bytes], formats: Sequence[str]) -> dict[str, bytes]:
    return {name: content for name, content in files.items() if name.rsplit(".", 1)[-1] in formats}


def _warn(packs: Sequence[Pack]) -> None:
    for pack in packs:
        for key, warnings in edit_warnings(pack).items():
            print(f"{pack.subject.code}, {key}: {' '.join(warnings)}", file=sys.stderr)


def _write(folder: Path, files: dict[str, bytes]) -> None:
    """Write each file beside its name first: a file that is there is whole."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, content in files.items():
            beside = folder / f".{name}.{os.getpid()}"
            beside.write_bytes(content)
            beside.replace(folder / name)
    except OSError as error:
        raise UserError(f"{folder} kan ikke skrives: {why(error)}.") from error


if __name__ == "__main__":
    run_command(main)
