"""What every file says of itself: where its numbers come from, whether they are synthetic, whether it is a draft."""

import datetime as dt
from typing import Any

from analysis.packs.content import Pack
from analysis.pictures import file_stem
from analysis.provenance import DEMO, HATCHED, provenance
from analysis.tables import Table
from data.municipalities import POLICE_DISTRICT

DRAFT = "UDKAST"
PUBLISHER = "Kredsblik"
LANGUAGE = "da-DK"
_NOON = dt.time(12)


def footer_line(pack: Pack) -> str:
    """Return the facts of the release in one line, the marks of a draft and of demo data first.

    Here no number is hatched: a provisional one says so in words.
    """
    facts = (fact for fact in provenance(pack.choice.release) if fact != HATCHED)
    return " · ".join((*marks(pack), *facts))


def marks(pack: Pack) -> tuple[str, ...]:
    """Return what must be seen first: that it is a draft, that the incidents are synthetic."""
    return ((DRAFT,) if pack.draft else ()) + ((DEMO,) if pack.choice.release.demo else ())


def document_title(pack: Pack) -> str:
    """Return the title of the file itself."""
    return f"{f'{DRAFT}: ' if pack.draft else ''}{pack.title}, {pack.subtitle}, {POLICE_DISTRICT}"


def made_at(pack: Pack) -> dt.datetime:
    """Return the time that every file is stamped with: noon of the extract's day, so that the bytes are the same."""
    return dt.datetime.combine(pack.choice.release.extracted, _NOON)


def file_name(pack: Pack, ending: str, part: str = "") -> str:
    """Return `kredsblik-2026k1-helsingoer.pptx`; a draft says so."""
    named = " ".join((pack.subject.meeting.code, pack.title, part, DRAFT if pack.draft else ""))
    return f"kredsblik-{file_stem(Table(named, (), (), ''))}.{ending}"


def describe(core: Any, pack: Pack) -> None:
    """Fill in a file's own properties, as PowerPoint and Word show them; nobody's name is among them."""
    core.title, core.author, core.language = document_title(pack), PUBLISHER, LANGUAGE
    core.subject, core.last_modified_by, core.revision = pack.subtitle, PUBLISHER, 1
    core.created = core.modified = made_at(pack)
    core.comments = core.keywords = core.category = ""
