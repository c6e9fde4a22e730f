"""A theme across the municipalities: the funnel, a small curve for each, and the empty slide of the guest."""

from analysis.answers import Series
from analysis.area_series import area_series
from analysis.choice import Choice
from analysis.danish import sentence
from analysis.figure_texts import ALPHABETICAL
from analysis.funnel_picture import funnel_of, funnel_picture
from analysis.packs.content import FunnelContent, Notes, PanelsContent, Section, Text
from analysis.packs.links import COMPARISON, link
from analysis.packs.overview_sections import NO_RANKING
from analysis.packs.series_window import window
from analysis.panels import READING, panels
from analysis.phrases import joined
from analysis.public_period import public_choice
from analysis.situation import situations
from data.catalogue import Area
from data.municipalities import municipality_codes

BY_CHANCE = "1 er som resten af kredsen. Tilfældigheder alene holder 95 af 100 tal mellem de stiplede linjer."
ONE_CURVE = "Tallet er det nyeste. Hver kurve har sin egen skala: se på formen, ikke på højden."


def funnel_section(area: Area, chosen: Choice) -> Section | None:
    """Return every municipality beside the rest of the district; None where too few are known."""
    choice = public_choice(area, chosen)
    answers = situations(choice.release, area.code, choice.period)
    funnel = funnel_of(answers)
    if funnel is None:
        return None
    title = f"{area.name}: i forhold til resten af kredsen, {answers[0].span.replace('-', '–')}"
    picture = funnel_picture(title, answers[0].source, funnel)
    message, _, rest = picture.alt.removeprefix(f"{ALPHABETICAL} ").replace("Deres", "Kommunernes", 1).partition(". ")
    key = f"{area.code}.tragt"
    return Section(
        key=key,
        kicker=f"Kommunerne · {area.name} · {answers[0].span.replace('-', '–')}",
        title=Text(f"{key}.budskab", sentence(message)),
        body=(Text(f"{key}.tekst1", joined(rest, BY_CHANCE)),),
        content=FunnelContent(funnel, picture.table),
        notes=Notes((picture.alt, picture.reading), (area.caveat,), answers[0].source, _link(area, choice)),
    )


def panels_section(area: Area, chosen: Choice) -> Section | None:
    """Return a small curve for each municipality, against its own history; None where the area was not delivered."""
    choice = public_choice(area, chosen)
    every = tuple(window(area_series(area, choice, code), choice.period) for code in municipality_codes())
    if not every[0].points:
        return None
    picture = panels(f"{area.name}, kommunerne", every, choice.period, "")
    key = f"{area.code}.kurver"
    return Section(
        key=key,
        kicker=f"Kommunerne · {area.name} · {_span(every[0])}",
        title=Text(f"{key}.budskab", f"{area.menu}: hver kommune mod sin egen historie."),
        body=(Text(f"{key}.tekst1", ONE_CURVE),),
        content=PanelsContent(every, choice.period, picture.table),
        notes=Notes((picture.alt, READING), (NO_RANKING, area.caveat), every[0].source, _link(area, choice)),
    )


def guest_section(choice: Choice) -> Section:
    """Return the empty slide for the meeting's guest."""
    return Section(
        key="gaest",
        kicker=f"Gæst · {choice.period.name}",
        title=Text("gaest.budskab", "Plads til oplæg udefra."),
        body=(),
        content=None,
        notes=Notes((), (), "", link(COMPARISON, choice)),
        room_for_guest=True,
    )


def _span(series: Series) -> str:
    """Return `3. kvt. 2021 til 3. kvt. 2025`, what every curve reaches over."""
    return f"{series.points[0].period.short_name} til {series.points[-1].period.short_name}"


def _link(area: Area, choice: Choice) -> str:
    return link(COMPARISON, choice, omraade=area.code)
