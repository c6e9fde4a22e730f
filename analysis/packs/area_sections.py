"""The sections of one focus area: how much and how it has gone (omfang, udvikling), and of what kind (karakter)."""

from analysis.answers import Breakdown, Situation
from analysis.area_series import area_series
from analysis.backtest import forecast_coverage
from analysis.character_groups import character_groups
from analysis.choice import Choice
from analysis.danish import enumeration, number
from analysis.headlines import place_phrase, tone
from analysis.indicator import headline_of
from analysis.initiatives import with_markers
from analysis.marks import notes
from analysis.packs.content import BarsContent, Notes, Section, SeriesContent, Text
from analysis.packs.links import link
from analysis.packs.series_window import window
from analysis.public_period import period_note, public_choice
from analysis.series_picture import series_table
from analysis.short_texts import expected_sentence, forecast_sentence, rate_sentence
from analysis.situation import situation
from analysis.summary import summary
from analysis.tables import Column, Table
from data.catalogue import AREAS, Area
from data.municipalities import DISTRICT
from data.periods import Quarter

MOST_BARS = 2  # distributions that can be read beside each other on a slide
MOST_GROUPS = 8
A_PAIR = 2


def development_section(area: Area, chosen: Choice) -> Section:
    """Return the area's number, its verdict and its history as one section."""
    choice = public_choice(area, chosen)
    answer = situation(choice.release, choice.question(area.code))
    district = situation(choice.release, choice.question(area.code, municipality=DISTRICT))
    headline, subline = summary(choice.release, answer)
    series = area_series(area, choice, choice.municipality)
    shown = window(with_markers(series, choice.municipality, headline_of(area)), choice.period)
    key = f"{area.code}.udvikling"
    said = (subline, rate_sentence(answer, district), _forecast(answer, choice))
    return Section(
        key=key,
        kicker=f"{answer.name} · {area.name} · {answer.span.replace('-', '–')}",
        title=Text(f"{key}.budskab", headline),
        body=tuple(Text(f"{key}.tekst{at}", text) for at, text in enumerate(filter(None, said), start=1)),
        # An extract may lack an area altogether.
        content=SeriesContent(shown, choice.period, series_table(shown)) if shown.points else None,
        notes=Notes(
            say=tuple(filter(None, (answer.sentence, expected_sentence(answer)))),
            caveats=tuple(filter(None, (area.caveat, period_note(chosen, choice), *notes(shown)))),
            source=answer.source,
            link=link(area.path, choice),
        ),
        verdict=answer.verdict,
        tone=tone(answer),
    )


def character_section(area: Area, chosen: Choice) -> Section | None:
    """Return the area's distributions that may be shown, at most two; None where there is none."""
    choice = public_choice(area, chosen)
    every = [each for _, group in character_groups(area, choice) for each in group]
    shown = [each for each in every if each.groups and 1 < len(each.groups) <= MOST_GROUPS][:MOST_BARS]
    if not shown:
        return None
    # What one category may not show, another of the area often may.
    told = {each.title for each in every if each.groups}
    held_back = dict.fromkeys(each.title for each in every if each.reason and each.title not in told)
    key = f"{area.code}.karakter"
    body = _held_back(list(held_back))
    return Section(
        key=key,
        kicker=f"{shown[0].place} · {area.name} · {shown[0].period.name}",
        title=Text(f"{key}.budskab", _largest(shown[0])),
        body=(Text(f"{key}.tekst1", body),) if body else (),
        content=BarsContent(tuple(shown), _bars_table(area, choice, shown)),
        notes=Notes(
            say=tuple(_largest(each) for each in shown),
            caveats=(area.caveat, "En fordeling vises kun, når hver gruppe har mindst fem sager."),
            source=shown[0].source,
            link=link(area.path, choice),
        ),
    )


def _forecast(answer: Situation, choice: Choice) -> str:
    if not isinstance(choice.period, Quarter) or answer.forecast is None:
        return ""
    asked = headline_of(AREAS[answer.question.area])
    return forecast_sentence(answer, forecast_coverage(choice.release, asked, choice.period))


def _largest(found: Breakdown) -> str:
    """Return the largest group of a distribution as a sentence with its count and the total that is known.

    Of two groups both are told: that the rest is the larger half is no news.
    """
    groups = found.groups or ()
    total = f"{number(sum(size for _, size in groups))} i {found.period.name}"
    if len(groups) == A_PAIR:
        (one, first), (other, second) = groups
        return f"{found.title}: {lowered(one)} {number(first)} og {lowered(other)} {number(second)} af {total}."
    name, count = max(groups, key=lambda group: group[1])
    return f"{found.title}: {lowered(name)} er den største gruppe, {number(count)} af {total}."


def lowered(name: str) -> str:
    """Return a group's name as it stands in a line; "Rækkehus 52" would be read as an address."""
    return name[:1].lower() + name[1:]


def _held_back(titles: list[str]) -> str:
    if not titles:
        return ""
    return f"Vises ikke af hensyn til de berørte: {enumeration([title.lower() for title in titles])}."


def _bars_table(area: Area, choice: Choice, shown: list[Breakdown]) -> Table:
    rows = tuple((each.title, lowered(name), count) for each in shown for name, count in each.groups or ())
    title = f"{area.name}: karakter {place_phrase(choice.municipality)}, {shown[0].period.name}"
    return Table(title, (Column("Fordeling"), Column("Gruppe"), Column("Antal", 0)), rows, shown[0].source)
