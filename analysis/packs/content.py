"""What a pack holds: sections of typed content, the same for slides, documents, PDF and CSV."""

from dataclasses import dataclass, field

from analysis.answers import Breakdown, Series
from analysis.choice import Choice
from analysis.funnel_picture import Funnel
from analysis.meetings import CouncilMeeting
from analysis.packs.statements import Statement
from analysis.tables import Table
from data.catalogue import AREAS
from data.municipalities import area_name
from data.periods import Period


@dataclass(frozen=True)
class Text:
    """A text of a pack: what the rules wrote, and what a person made of it (empty: nothing)."""

    key: str
    generated: str
    edited: str = ""

    @property
    def shown(self) -> str:
        return self.edited or self.generated


@dataclass(frozen=True)
class SeriesContent:
    """Counts over time with their expected range; `outside` colours the chosen point."""

    series: Series
    chosen: Period
    table: Table


@dataclass(frozen=True)
class BarsContent:
    """One or two distributions; none of them is held back."""

    breakdowns: tuple[Breakdown, ...]
    table: Table


@dataclass(frozen=True)
class FunnelContent:
    """Every municipality beside the rest of the district."""

    funnel: Funnel
    table: Table


@dataclass(frozen=True)
class PanelsContent:
    """A small curve for each municipality against its own history."""

    every: tuple[Series, ...]
    chosen: Period
    table: Table


@dataclass(frozen=True)
class TableContent:
    """A table that is its own figure."""

    table: Table


Content = SeriesContent | BarsContent | FunnelContent | PanelsContent | TableContent


@dataclass(frozen=True)
class Notes:
    """What the speaker has beside a slide: what to say, what to be careful with, the source, the same view's link."""

    say: tuple[str, ...]
    caveats: tuple[str, ...]
    source: str
    link: str


@dataclass(frozen=True)
class Section:
    """One question of the agenda, one slide: `title` is its answer in a sentence.

    `verdict` is the rule's code and `tone` its colour where the section has one. `room_for_guest`: an empty slide.
    """

    key: str
    kicker: str
    title: Text
    body: tuple[Text, ...]
    content: Content | None
    notes: Notes
    verdict: str | None = None
    tone: str = "plain"
    room_for_guest: bool = False


def pack_title(theme: str | None, municipality: str) -> str:
    """Return what a pack is called: its theme (an area's code), or its place (code) where it has none."""
    return AREAS[theme].name if theme in AREAS else area_name(municipality)


@dataclass(frozen=True)
class Subject:
    """What a pack is for: a meeting and, by its kind, a municipality (code) or a theme (area)."""

    meeting: CouncilMeeting
    municipality: str
    theme: str | None = None

    @property
    def code(self) -> str:
        """Return what names the pack: `2026K1-217`, `2026K2-indbrud`, `2026K3-kreds`."""
        return f"{self.meeting.code}-{self.theme or self.municipality}"


@dataclass(frozen=True)
class Pack:
    """Everything that the files of a pack are made from; nothing else may go into them."""

    subject: Subject
    choice: Choice = field(repr=False)
    title: str
    subtitle: str
    sections: tuple[Section, ...]
    statements: tuple[Statement, ...]
    draft: bool

    @property
    def texts(self) -> tuple[Text, ...]:
        """Return every text that may be edited, in the order of the pack."""
        return tuple(text for section in self.sections for text in (section.title, *section.body))
