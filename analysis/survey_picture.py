"""Survey shares as bars and a table, every one with its interval and number of answers, or the word that they lack."""

from collections.abc import Sequence
from itertools import groupby

from markupsafe import Markup

from analysis.bars import bar_list
from analysis.danish import interval, number, percent
from analysis.pictures import Picture
from analysis.survey_findings import SurveyFinding
from analysis.tables import Column, Table
from data.municipalities import DISTRICT

UNKNOWN = "usikkerhed og antal svar ukendt"
READING = (
    "Hver bjælke er den andel, der svarede sådan; hele bredden er 100 %. Efter den står usikkerheden (95 %) og antal "
    "svar. Overlapper to usikkerheder meget, er der ikke påvist nogen forskel. Svarene siger, hvad folk oplever, ikke "
    "hvor meget kriminalitet der er, og de to ting forklarer ikke hinanden."
)
NOTHING = "Der er ikke skrevet tal fra undersøgelser ind endnu."


def survey_bars(found: Sequence[SurveyFinding], place: str) -> Picture:
    """Return the shares of each question as bars of a hundred per cent."""
    lists = [
        bar_list(f"{question} ({survey})", [_bar(each) for each in group if each.share is not None], full=100)
        for (survey, question), group in groupby(found, key=lambda each: (each.survey, each.question))
    ]
    notes = tuple(dict.fromkeys(f"{each.place_name}: {each.note}" for each in found if each.note))
    return Picture(
        figure=Markup('<div class="kb-bars kb-survey">{}</div>').format(Markup("").join(lists)),
        table=survey_table(found, place),
        alt="Bjælker. " + " ".join(map(survey_sentence, found)),
        reading=READING,
        notes=notes,
    )


def survey_table(found: Sequence[SurveyFinding], place: str) -> Table:
    """Return place, question, years, percent, its limits, answers and source, a row for each share."""
    columns = (
        *(Column("Sted"), Column("Spørgsmål"), Column("År"), Column("Andel (%)", 1)),
        *(Column("Fra (%)", 1), Column("Til (%)", 1), Column("Antal svar", 0), Column("Kilde")),
    )
    rows = tuple(
        (
            each.place_name,
            each.question,
            each.span,
            None if each.share is None else 100 * each.share,
            100 * each.interval.low if each.interval else None,
            100 * each.interval.high if each.interval else None,
            each.answers,
            f"{each.survey}; {each.source}",
        )
        for each in found
    )
    return Table(f"Tryghed, {place}", columns, rows, "Indtastet fra de undersøgelser, der står i tabellen")


def survey_sentence(found: SurveyFinding) -> str:
    """Return one share in words, never without how sure it is."""
    if found.share is None:
        return f"{found.question} {_where(found)}: {found.note}"
    return f"{found.question} {_where(found)} i {found.span}: {percent(found.share, 1)}, {_sure(found)}."


def _bar(found: SurveyFinding) -> tuple[str, float, str, str]:
    share = found.share or 0.0
    return f"{found.place_name} {found.span}", 100 * share, percent(share, 1), _sure(found)


def _where(found: SurveyFinding) -> str:
    return f"i {found.place_name.lower() if found.place == DISTRICT else found.place_name}"


def _sure(found: SurveyFinding) -> str:
    if found.interval is None:
        return UNKNOWN
    low, high = 100 * found.interval.low, 100 * found.interval.high
    return f"usikkerhed {interval(low, high, 1)}, {number(found.answers)} svar"
