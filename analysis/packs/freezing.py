"""A pack is frozen: its check is answered, its files are made, searched and kept with everything they rest on."""

import json
from collections.abc import Mapping
from dataclasses import asdict

from analysis.packs.answers_file import Answers
from analysis.packs.build import build_pack
from analysis.packs.content import Pack, Subject
from analysis.packs.edits import edit_warnings
from analysis.packs.files import pack_files_of, require_no_personal_data
from analysis.packs.preflight import require_answers
from data.register.packs import PackEntry, StoredPack, freeze, pack_versions
from data.release import Release


def answered_pack(release: Release, subject: Subject, answers: Answers) -> Pack:
    """Return the pack with the answers' texts, its check answered. Raises UserError with every finding until it is."""
    own = answers.of(subject.municipality)
    pack = build_pack(release, subject, own.texts)
    require_answers(pack, own.checks)
    return pack


def freeze_pack(pack: Pack, answers: Answers) -> tuple[PackEntry, dict[str, bytes]]:
    """Keep the pack in all its formats, and return what was kept with the files.

    Raises UserError while the check is not answered, or where a file seems to hold personal data.
    """
    own = answers.of(pack.subject.municipality)
    require_answers(pack, own.checks)
    files = pack_files_of(pack)
    require_no_personal_data(files)
    known = pack_versions(pack.subject.code)
    return freeze(_stored(pack, own), files, own.who, known[-1].version if known else 0), files


def _stored(pack: Pack, answers: Answers) -> StoredPack:
    """Return what is kept beside the files: every text as generated and as edited, the answers, and the claims."""
    warnings: Mapping[str, tuple[str, ...]] = edit_warnings(pack)
    content = {
        "texts": {text.key: {"generated": text.generated, "edited": text.edited} for text in pack.texts},
        "warnings": warnings,
        "answers": {code: asdict(answer) for code, answer in answers.checks.items()},
        "statements": [asdict(statement) for statement in pack.statements],
    }
    subject = pack.subject
    return StoredPack(
        code=subject.code,
        meeting=subject.meeting.code,
        municipality=subject.municipality,
        theme=subject.theme,
        release=pack.choice.release.id,
        content=json.dumps(content, ensure_ascii=False, sort_keys=True),
    )
