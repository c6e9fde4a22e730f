"""What a survey found: a share in percent, of how many answers, and where it was published."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from data.errors import UserError
from data.home import today
from data.municipalities import area_name
from data.periods import Year, parse_period
from data.reference import project_rows
from data.register import kept
from data.register.activity import whole_number
from data.register.entries import SHIPPED, Entry
from data.register.form import Field, read_fields, refuse, short_text
from data.register.kept import Form
from data.register.placed import PLACE
from data.register.rows import kind_of
from data.register.shipped import SHIPPED_BY

_PERCENT = re.compile(r"\d{1,3}([.,]\d{1,2})?", re.ASCII)


@dataclass(frozen=True)
class SurveyShare:
    """One share of one year: `percent` as published, `answers` None where the source does not say of how many."""

    survey: str
    question: str
    place: str
    year: int
    percent: float
    source: str
    answers: int | None = None

    @property
    def place_name(self) -> str:
        return area_name(self.place)


SurveyEntry = Entry[SurveyShare]


def _percent(text: str) -> float:
    found = text.removesuffix("%").strip()
    if not _PERCENT.fullmatch(found) or float(found.replace(",", ".")) > 100:
        raise UserError("skriv en andel i procent fra 0 til 100, fx 84,4.")
    return float(found.replace(",", "."))


def _year(text: str) -> int:
    found = parse_period(text)
    if not isinstance(found, Year):
        raise UserError("skriv et år, fx 2025.")
    return found.year


FIELDS: tuple[Field, ...] = (
    Field("undersoegelse", "Undersøgelse", "survey", short_text, str, required=True),
    Field("spoergsmaal", "Spørgsmål", "question", short_text, str, required=True),
    PLACE,
    Field("aar", "År", "year", _year, str, required=True),
    Field("andel", "Andel i procent", "percent", _percent, lambda share: f"{share:g}".replace(".", ","), required=True),
    Field("svar", "Antal svar", "answers", whole_number, str),
    Field("kilde", "Kilde", "source", short_text, str, required=True),
)


def checked_survey_share(texts: Mapping[str, str]) -> SurveyShare:
    """Return the share that the texts (column -> text) describe. Raises FieldsRefusedError with every fault."""
    share = SurveyShare(**read_fields(FIELDS, texts))
    refuse(
        FIELDS,
        (
            ("aar", share.year > today().year, "ligger i fremtiden."),
            ("svar", share.answers == 0, "uden svar er der ingen andel. Lad feltet stå tomt, hvis antallet er ukendt."),
        ),
    )
    return share


@cache
def shipped_survey_shares() -> tuple[SurveyEntry, ...]:
    """Return the shares that the project ships, each as version 0."""
    rows = project_rows("survey_shares")
    return tuple(Entry(row["id"], SHIPPED, checked_survey_share(row), SHIPPED_BY) for row in rows)


SURVEY_FORM: Form[SurveyShare] = Form(
    kind=kind_of(
        "andel",
        "survey_shares",
        FIELDS,
        SurveyShare,
        {"year": int, "percent": _percent, "answers": int},
    ),
    name="andel",
    definite="andelen",
    fields=FIELDS,
    checked=checked_survey_share,
    same=lambda share: (share.survey.casefold(), share.question.casefold(), share.place, share.year),
    shipped=shipped_survey_shares,
)


def survey_shares() -> tuple[SurveyEntry, ...]:
    """Return the shares, the oldest year first."""
    return tuple(sorted(kept.entries(SURVEY_FORM), key=order))


def order(entry: SurveyEntry) -> tuple[str, str, int, str]:
    """Return what shares are sorted by: the survey and its question, then the year."""
    return entry.content.survey, entry.content.question, entry.content.year, entry.content.place
