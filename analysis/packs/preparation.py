"""A meeting's packs under preparation: for one municipality or for all at once, with what has been typed so far."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from analysis.meetings import CouncilMeeting, MeetingType
from analysis.packs.answers_file import Answers
from analysis.packs.build import build_pack, subject_of
from analysis.packs.checks import Answer, Check, Status, unanswered
from analysis.packs.content import Pack, Subject
from analysis.packs.freezing import freeze_pack
from analysis.packs.preflight import preflight
from data.municipalities import DISTRICT, area_name, municipality_codes
from data.register.draft import Draft, draft
from data.register.packs import PackEntry
from data.release import Release

EVERYONE = "alle"
_WORST = (Status.STOP, Status.LOOK, Status.FINE)


@dataclass(frozen=True)
class Preparation:
    """What is being prepared: a meeting's pack, or with `place` `alle` the packs of every municipality at once."""

    meeting: CouncilMeeting
    place: str
    theme: str | None = None

    @property
    def code(self) -> str:
        """Return what names the draft."""
        return f"{self.meeting.code}-{EVERYONE}" if self.place == EVERYONE else self.subjects[0].code

    @property
    def subjects(self) -> tuple[Subject, ...]:
        places = municipality_codes() if self.place == EVERYONE else (self.place,)
        return tuple(subject_of(self.meeting, place, self.theme) for place in places)


def places_to_prepare(meeting: CouncilMeeting) -> dict[str, str]:
    """Return code -> name of what a meeting's packs can be prepared for."""
    if meeting.type is not MeetingType.BILATERAL:
        return {DISTRICT: area_name(DISTRICT)}
    return {code: area_name(code) for code in municipality_codes()} | {EVERYONE: "Alle kommuner på én gang"}


def answers_of(wanted: Preparation, who: str, typed: Draft) -> Answers:
    """Return what was answered: for all at once, what a municipality's own draft says goes before it."""
    shared = _answers(who, typed)
    if wanted.place != EVERYONE:
        return shared
    own = {subject.municipality: _answers(who, draft(subject.code).content) for subject in wanted.subjects}
    return Answers(who, shared.checks, {}, own)


def _answers(who: str, typed: Draft) -> Answers:
    checks = {code: Answer(ticked, comment.strip()) for code, (ticked, comment) in typed.checks.items()}
    return Answers(who, checks, {key: text for key, text in typed.texts.items() if text.strip()})


def packs_of(release: Release, wanted: Preparation, answers: Answers) -> tuple[Pack, ...]:
    """Return the packs with what was typed. Raises UserError where the release lacks the meeting's quarter."""
    return tuple(build_pack(release, subject, answers.of(subject.municipality).texts) for subject in wanted.subjects)


def checks_of(packs: Sequence[Pack]) -> tuple[Check, ...]:
    """Return the seven checks; of several packs, the worst finding, and whose it is."""
    every = [preflight(pack) for pack in packs]
    return every[0] if len(packs) == 1 else tuple(_all(packs, found) for found in zip(*every, strict=True))


def _all(packs: Sequence[Pack], found: Sequence[Check]) -> Check:
    worst = min((check.status for check in found), key=_WORST.index)
    if worst is Status.FINE:
        return found[0]
    whose: dict[str, list[str]] = {}
    for pack, check in zip(packs, found, strict=True):
        if check.status is not Status.FINE:
            whose.setdefault(check.finding, []).append(pack.title)
    told = " ".join(f"{', '.join(names)}: {finding}" for finding, names in whose.items())
    return Check(found[0].code, found[0].question, worst, told)


def still_missing(packs: Sequence[Pack], answers: Answers) -> dict[str, tuple[str, ...]]:
    """Return, by pack title, the questions that are not answered yet; empty when every pack may be frozen."""
    found = {pack.title: tuple(_open(pack, answers.of(pack.subject.municipality).checks)) for pack in packs}
    return {title: questions for title, questions in found.items() if questions}


def _open(pack: Pack, answers: Mapping[str, Answer]) -> Iterator[str]:
    return (check.question for check in preflight(pack) if unanswered([check], answers))


def frozen(packs: Sequence[Pack], answers: Answers) -> Iterator[PackEntry]:
    """Freeze the packs one after the other, and yield each when it is kept. Raises UserError as `freeze_pack`."""
    for pack in packs:
        yield freeze_pack(pack, answers)[0]
