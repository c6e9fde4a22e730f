"""A meeting becomes a pack: which sections it has follows from its kind."""

from collections.abc import Mapping

from analysis.answers import Situation
from analysis.choice import Choice, Compare, period_names
from analysis.local_areas import shown_areas
from analysis.meetings import CouncilMeeting, MeetingType
from analysis.packs.agreed import agreed_section
from analysis.packs.area_sections import character_section, development_section
from analysis.packs.content import Pack, Section, Subject, pack_title
from analysis.packs.guarantee_section import guarantee_section
from analysis.packs.initiative_sections import initiatives_section
from analysis.packs.memory import memory_section
from analysis.packs.others_section import others_section
from analysis.packs.outside_section import outside_section
from analysis.packs.overview_sections import (
    municipalities_section,
    overview_section,
    plan_areas,
)
from analysis.packs.statements import statements_of
from analysis.packs.texts import with_texts
from analysis.packs.theme_sections import funnel_section, guest_section, panels_section
from analysis.public_period import public_choice
from analysis.situation import situation, situations
from data.catalogue import AREAS
from data.errors import UserError
from data.municipalities import DISTRICT, municipality
from data.periods import danish_long_date
from data.register.meeting import meeting as planned_meeting
from data.release import Release

MOST_TEAMS_SLIDES = 6


def subject_of(meeting: CouncilMeeting, place: str = DISTRICT, theme: str | None = None) -> Subject:
    """Return what a pack is for. Raises UserError where the meeting's kind needs another choice."""
    if meeting.type is MeetingType.BILATERAL:
        municipality(place)
        return Subject(meeting, place)
    if place != DISTRICT:
        raise UserError(f"{meeting.name} er for hele kredsen. Udelad kommunen.")
    if meeting.type is MeetingType.TEAMS:
        return Subject(meeting, DISTRICT)
    planned = planned_meeting(meeting.quarter, DISTRICT)
    chosen = theme or (planned.content.theme if planned else "") or plan_areas()[0].code
    if chosen not in AREAS:
        raise UserError(f"»{chosen}« er ikke et tema. Brug et af: {', '.join(AREAS)}.")
    return Subject(meeting, DISTRICT, chosen)


def build_pack(
    release: Release, subject: Subject, texts: Mapping[str, str] | None = None, *, draft: bool = False
) -> Pack:
    """Return the pack with the edited texts in it. Raises UserError where the release lacks the meeting's quarter."""
    period = subject.meeting.period
    if period.code not in period_names(release):
        raise UserError(
            f"{subject.meeting.name} ser på {period.name}, og det har udgave #{release.id} ikke. Udgiv nyere tal først."
        )
    choice = Choice(release, subject.municipality, period, Compare.LAST_YEAR)
    sections = _BUILDERS[subject.meeting.type](choice, subject)
    pack = Pack(
        subject=subject,
        choice=choice,
        title=pack_title(subject.theme, subject.municipality),
        subtitle=" · ".join(filter(None, (subject.meeting.name, _day(subject), f"tal for {period.name}"))),
        sections=sections,
        statements=statements_of(_told(choice, subject)),
        draft=draft,
    )
    return with_texts(pack, texts or {})


def _day(subject: Subject) -> str:
    """Return the day that the meeting is planned for; empty until it is."""
    planned = planned_meeting(subject.meeting.quarter, subject.municipality)
    return danish_long_date(planned.content.day) if planned and planned.content.day else ""


def _bilateral(choice: Choice, subject: Subject) -> tuple[Section, ...]:
    areas = [
        part
        for area in shown_areas(choice.release, choice.municipality)
        for part in (development_section(area, choice), character_section(area, choice))
    ]
    every = (
        overview_section(choice),
        *areas,
        others_section(choice),
        guarantee_section(choice),
        initiatives_section(choice),
        agreed_section(choice, subject),
        memory_section(choice, subject),
    )
    return tuple(section for section in every if section is not None)


def _theme(choice: Choice, subject: Subject) -> tuple[Section, ...]:
    area = AREAS[subject.theme or plan_areas()[0].code]
    every = (
        development_section(area, choice),
        municipalities_section(area, public_choice(area, choice)),
        funnel_section(area, choice),
        panels_section(area, choice),
        character_section(area, choice),
        initiatives_section(choice, area.code),
        memory_section(choice, subject),
        guest_section(choice),
    )
    return tuple(section for section in every if section is not None)


def _teams(choice: Choice, subject: Subject) -> tuple[Section, ...]:
    """Return an orientation: what changed, the areas of the district, and what was said last time."""
    every = (
        outside_section(choice),
        *(development_section(area, choice) for area in plan_areas()),
        memory_section(choice, subject),
    )
    # The first slide of the file is its front page.
    return tuple(section for section in every if section is not None)[: MOST_TEAMS_SLIDES - 1]


def _told(choice: Choice, subject: Subject) -> tuple[Situation, ...]:
    """Return the answers whose claims later data will judge."""
    if subject.theme:
        area = AREAS[subject.theme]
        return situations(choice.release, area.code, public_choice(area, choice).period)
    return tuple(
        situation(choice.release, public_choice(area, choice).question(area.code))
        for area in shown_areas(choice.release, choice.municipality)
        if area.plan or subject.meeting.type is MeetingType.BILATERAL
    )


_BUILDERS = {MeetingType.BILATERAL: _bilateral, MeetingType.THEME: _theme, MeetingType.TEAMS: _teams}
