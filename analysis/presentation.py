"""The presentation: one question a slide, its answer in large type, and the figure that shows it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from analysis.answers import Series, Situation
from analysis.area_series import area_series
from analysis.background import background_of
from analysis.choice import Choice
from analysis.figure_size import SLIDE
from analysis.headlines import comparison_title, tone
from analysis.last_year import change_since, count_before
from analysis.local_areas import shown_areas
from analysis.maps import municipality_map
from analysis.overview_texts import map_sentence, numbers_gone_through, overview_headline, overview_subline
from analysis.phrases import MARKED, asked_about, joined
from analysis.pictures import Picture
from analysis.promise import promise_answer
from analysis.promise_picture import promise_picture
from analysis.promise_sentences import promise_headline, promise_lead
from analysis.public_period import period_note, public_answer, public_choice
from analysis.sentences import district_opening
from analysis.series_picture import series_picture
from analysis.short_texts import headline, subline
from analysis.shown_period import shown_period
from analysis.signal import Verdict
from analysis.situation import situation, situations
from analysis.verdict_line import verdict_line
from data.catalogue import Area, promises
from data.municipalities import DISTRICT
from data.periods import Period
from data.promises import Promise

MOST_POINTS = 28  # seven years of quarters: more dots run together from the other end of the table
MAP_HEIGHT = 490
CANNOT_SAY = "Det kan tallene ikke sige"


@dataclass(frozen=True)
class Slide:
    """A slide: what it is about, its message, the verdict on it, what stands below, its figure or its numbers.

    `tone` colours the verdict: `more`, `fewer` or `plain`. `tiles` are answers that stand beside each other;
    `beside`: the figure takes one half, and the text stands in the other.
    """

    about: str
    message: str
    verdict: str = ""
    tone: str = "plain"
    text: tuple[str, ...] = ()
    picture: Picture | None = None
    tiles: tuple[Situation, ...] = ()
    beside: bool = False


def deck(choice: Choice) -> tuple[Callable[[], Slide], ...]:
    """Return the slides of a choice in order, each made when it is shown."""
    areas = shown_areas(choice.release, choice.municipality)
    guarantees = [each for each, _ in promises().values() if each.guarantee and each.at_most is not None]
    return (
        partial(_overview, areas, choice),
        *(partial(_development, area, choice) for area in areas),
        *(partial(_guarantee, each, choice) for each in guarantees),
        *(partial(_comparison, area, choice) for area in areas if area.plan),
        partial(_limits, areas, choice),
    )


def _overview(areas: Sequence[Area], choice: Choice) -> Slide:
    answers = _answers(areas, choice, choice.municipality)
    district = _answers(areas, choice, DISTRICT)
    return Slide(
        about=f"{choice.place} · {choice.period.name}",
        message=overview_headline(answers),
        text=(overview_subline(answers, district),),
        tiles=tuple(answers),
    )


def _answers(areas: Sequence[Area], choice: Choice, place: str) -> list[Situation]:
    return [public_answer(area, choice, place) for area in areas]


def _development(area: Area, chosen: Choice) -> Slide:
    choice = public_choice(area, chosen)
    answer = public_answer(area, chosen, choice.municipality)
    series = window(area_series(area, choice, choice.municipality), choice.period)
    return Slide(
        about=f"{choice.place} · {area.name} · {answer.span.replace('-', '–')}",
        message=headline(answer),
        verdict=verdict_line(answer),
        tone=tone(answer),
        text=(_below(choice, answer), period_note(chosen, choice)),
        picture=series_picture(series, choice.period, size=SLIDE) if series.points else None,
    )


def _below(choice: Choice, answer: Situation) -> str:
    """Return the line below the message, without the verdict where that stands in large type above it."""
    district = situation(choice.release, replace(answer.question, municipality=DISTRICT))
    background = background_of(choice.release, asked_about(answer), answer)
    if answer.verdict in MARKED:
        return joined(district_opening(answer, district), change_since(answer, background))
    if answer.verdict == Verdict.EXPECTED:
        return joined(district_opening(answer, district), count_before(answer, background))
    return subline(answer, district, background)


def window(series: Series, chosen: Period) -> Series:
    """Return the points up to the chosen one, as many of the newest as can be read from afar; no forecast."""
    until = shown_period(series, chosen)
    points = [point for point in series.points if point.period.last_day <= until.last_day]
    return replace(series, points=tuple(points[-MOST_POINTS:]) or series.points[:1], forecast=None)


def _guarantee(asked: Promise, choice: Choice) -> Slide:
    answer = promise_answer(choice.release, asked.code, choice.municipality, choice.period)
    return Slide(
        about=f"{choice.place} · {asked.name} · {choice.period.name}",
        message=promise_headline(answer),
        text=(promise_lead(answer),),
        picture=promise_picture(choice.release, asked.code, choice.municipality, choice.period, SLIDE),
    )


def _comparison(area: Area, chosen: Choice) -> Slide:
    choice = public_choice(area, chosen)
    answers = situations(choice.release, area.code, choice.period)
    title = f"{area.name}, {answers[0].span}"
    return Slide(
        about=f"Kommunerne · {area.name} · {answers[0].span.replace('-', '–')}",
        message=comparison_title(area, answers),
        text=(map_sentence(answers), "Hver kommune ses mod sin egen historie. Kommuner er forskellige."),
        picture=municipality_map(title, answers, choice.municipality, MAP_HEIGHT, named=True, size=SLIDE),
        beside=True,
    )


def _limits(areas: Sequence[Area], choice: Choice) -> Slide:
    said = numbers_gone_through(_answers(areas, choice, choice.municipality))
    return Slide(
        about=f"{choice.place} · {choice.period.name}",
        message=CANNOT_SAY,
        text=(*(f"{area.menu}: {area.caveat}" for area in areas), *said.values()),
    )
